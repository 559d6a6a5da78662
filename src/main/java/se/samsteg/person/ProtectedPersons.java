package se.samsteg.person;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import se.samsteg.form.Concealment;

/** Those whose identity is protected: no text that is stored says who they are. */
@Component
public class ProtectedPersons implements Concealment {

    private final Persons persons;

    ProtectedPersons(Persons persons) {
        this.persons = persons;
    }

    /**
     * Those of cases, groups and sittings, locked until the transaction ends: a text that is stored about a person and
     * the protection of that person come one after the other.
     *
     * @param named numbers of cases in upper or lower case and of groups, ids of sittings
     */
    public List<Person> among(Set<String> named) {
        return protectedOf(persons.among(named));
    }

    private static List<Person> protectedOf(List<Person> all) {
        return all.stream().filter(Person::protectedIdentity).toList();
    }

    @Override
    public UnaryOperator<String> about(Set<String> named) {
        List<Person> all = persons.among(named);
        List<Redaction> redactions = protectedOf(all.isEmpty() ? persons.ofCoaches(named) : all).stream()
                .map(Redaction::of)
                .toList();
        return text -> {
            String left = text;
            for (Redaction redaction : redactions) {
                left = redaction.in(left);
            }
            return left;
        };
    }
}

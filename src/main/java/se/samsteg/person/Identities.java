package se.samsteg.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every name, number and address that is or was known of a person, for protection to conceal all of them. */
@Component
public class Identities {

    private final Persons persons;
    private final Trail trail;
    private final Statements statements;

    Identities(Persons persons, Trail trail, Statements statements) {
        this.persons = persons;
        this.trail = trail;
        this.statements = statements;
    }

    /** @param all the person's cases in the association */
    public List<Person> everKnownAs(String caseNumber, Collection<String> all) {
        List<Person> known = new ArrayList<>(persons.same(caseNumber));
        Person person = persons.of(caseNumber);
        Stream.concat(
                        trail.kept(caseNumber).stream()
                                .filter(row -> row.oldValue() != null)
                                .map(row -> Map.entry(row.field(), Objects.requireNonNull(row.oldValue()))),
                        statements.said(all).stream().map(row -> Map.entry(row.field(), row.said())))
                .filter(answer -> PersonAnswers.HIDDEN.contains(answer.getKey())
                        && !answer.getValue().equals(Redaction.HIDDEN))
                .map(answer -> with(person, answer.getKey(), answer.getValue()))
                .forEach(known::add);
        return known;
    }

    private static Person with(Person person, String key, String value) {
        return new Person(
                person.id(),
                key.equals("identityNumber") ? value.replaceAll("\\D", "") : person.identityNumber(),
                person.noNumberReason(),
                person.birthDate(),
                key.equals("firstName") ? value : person.firstName(),
                key.equals("lastName") ? value : person.lastName(),
                person.sex(),
                person.municipality(),
                person.district(),
                person.language(),
                person.interpreter(),
                key.equals("phone") ? value : person.phone(),
                key.equals("email") ? value : person.email(),
                key.equals("address") ? value : person.address(),
                key.equals("contact") ? value : person.contact(),
                person.protectedIdentity());
    }

    /**
     * Takes names, number and contact out of the trail and out of what referrals said; a statement that the coach has not
     * decided on yet stays until then, for the coach to reach the person.
     */
    public void conceal(String caseNumber, Collection<String> all) {
        trail.conceal(caseNumber);
        statements.conceal(all);
    }
}

package se.samsteg.casefile;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Concealment;
import se.samsteg.person.Person;
import se.samsteg.person.Redaction;

/** Those whose identity is protected: no text that is stored says who they are. */
@Repository
class ProtectedPersons implements Concealment {

    private final JdbcClient jdbc;

    ProtectedPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of cases, groups and sittings. Who stores a text about a person and who protects the person wait for each
     * other.
     *
     * @param named numbers of cases in upper or lower case and of groups, ids of sittings
     */
    List<Person> among(Set<String> named) {
        return protectedOf(all(named));
    }

    private static List<Person> protectedOf(List<Person> all) {
        return all.stream().filter(Person::protectedIdentity).toList();
    }

    private List<Person> all(Set<String> named) {
        return ofCases("""
                select upper(name) from unnest(:named) as name
                union select case_number from group_place where group_number = any(:named)
                union select case_number from agenda where sitting::text = any(:named)""", named);
    }

    /** What names no case but a coach, such as a change of coach, may be about each participant of the coach. */
    private List<Person> ofCoaches(Set<String> named) {
        return ofCases("select case_number from case_file where coach = any(:named)", named);
    }

    private List<Person> ofCases(String which, Set<String> named) {
        return jdbc.sql("select p.* from person p join case_file c on c.person = p.id where c.case_number in (" + which
                        + ") for share of p")
                .param("named", named.toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Person.class))
                .list();
    }

    @Override
    public UnaryOperator<String> about(Set<String> named) {
        List<Person> all = all(named);
        List<Redaction> redactions = protectedOf(all.isEmpty() ? ofCoaches(named) : all).stream()
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

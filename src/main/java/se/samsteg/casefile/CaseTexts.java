package se.samsteg.casefile;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;
import se.samsteg.person.Person;
import se.samsteg.person.Redaction;

/** What staff wrote about a case that stands in a table of its own and not in a fact alone. */
@Repository
public class CaseTexts {

    private static final String CASES = "(select case_number from case_file where person = :person)";
    private static final String GROUPS = "(select group_number from group_place where case_number in " + CASES + ")";

    /** Those of one case; {@code %s} stands for which cases. */
    private static final List<Text> OWN = List.of(
            new Text("measure", "promised", "case_number in %s"),
            new Text("measure", "unit", "case_number in %s"),
            new Text("sip_decision", "what", "sip in (select id from sip where case_number in %s)"),
            new Text("placement", "employer", "case_number in %s"),
            new Text("placement", "supervisor", "case_number in %s"));

    private static final List<Text> AMONG_OTHERS = List.of(
            new Text("group_session", "guest", "group_number in " + GROUPS),
            new Text("programme_group", "place", "number in " + GROUPS),
            new Text("sitting", "place", "id in (select sitting from agenda where case_number in " + CASES + ")"));

    private final JdbcClient jdbc;

    CaseTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Text(String table, String column, String where) {}

    private record Row(String at, String text) {}

    /** Takes the person out of what was written in any of the person's cases, or of where the person was among others. */
    public void conceal(Person person, Redaction redaction) {
        OWN.forEach(text -> conceal(text, text.where().formatted(CASES), person, redaction));
        AMONG_OTHERS.forEach(text -> conceal(text, text.where(), person, redaction));
    }

    private void conceal(Text text, String where, Person person, Redaction redaction) {
        jdbc.sql("select ctid::text as at, %2$s as text from %1$s where %3$s and %2$s is not null for update"
                        .formatted(text.table(), text.column(), where))
                .param("person", person.id())
                .query(Row.class)
                .list()
                .forEach(row -> rewrite(text, row, redaction.in(row.text())));
    }

    /**
     * A text that was corrected in a fact is so where it stands alone in a table too, under the same name.
     *
     * @param key of the form: {@code employer}, or with the column's name last, {@code decision1What}
     */
    public void correct(String caseNumber, String key, String from, String to) {
        for (Text text : OWN) {
            if (key.equals(text.column()) || key.endsWith(StringUtils.capitalize(text.column()))) {
                jdbc.sql("update %1$s set %2$s = :to where %3$s and %2$s = :from"
                                .formatted(
                                        text.table(),
                                        text.column(),
                                        text.where().formatted("(:case)")))
                        .param("case", caseNumber)
                        .param("from", from)
                        .param("to", to)
                        .update();
            }
        }
    }

    private void rewrite(Text text, Row row, String said) {
        if (!said.equals(row.text())) {
            jdbc.sql("update %s set %s = :said where ctid = :at::tid".formatted(text.table(), text.column()))
                    .param("said", said)
                    .param("at", row.at())
                    .update();
        }
    }
}

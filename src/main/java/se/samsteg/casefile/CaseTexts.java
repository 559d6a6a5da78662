package se.samsteg.casefile;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What staff wrote about a case that stands in a table of its own and not in a fact alone. */
@Repository
public class CaseTexts {

    private static final List<Text> ALL = List.of(
            new Text("measure", "promised", "case_number = :case"),
            new Text("measure", "unit", "case_number = :case"),
            new Text("sip_decision", "what", "sip in (select id from sip where case_number = :case)"),
            new Text("placement", "employer", "case_number = :case"),
            new Text("placement", "supervisor", "case_number = :case"));

    private final JdbcClient jdbc;

    CaseTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Text(String table, String column, String ofCase) {}

    private record Row(String id, String text) {}

    /** Takes the person out of what was written about the case before. */
    public void conceal(String caseNumber, Redaction redaction) {
        for (Text text : ALL) {
            jdbc.sql("select id, %2$s as text from %1$s where %3$s and %2$s is not null for update"
                            .formatted(text.table(), text.column(), text.ofCase()))
                    .param("case", caseNumber)
                    .query(Row.class)
                    .list()
                    .forEach(row -> rewrite(text, row, redaction.in(row.text())));
        }
    }

    /** A text that was corrected in a fact is so where it stands alone in a table too. */
    public void correct(String caseNumber, String from, String to) {
        for (Text text : ALL) {
            jdbc.sql("update %1$s set %2$s = :to where %3$s and %2$s = :from"
                            .formatted(text.table(), text.column(), text.ofCase()))
                    .param("case", caseNumber)
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    private void rewrite(Text text, Row row, String said) {
        if (!said.equals(row.text())) {
            jdbc.sql("update %s set %s = :said where id = :id::uuid".formatted(text.table(), text.column()))
                    .param("said", said)
                    .param("id", row.id())
                    .update();
        }
    }
}

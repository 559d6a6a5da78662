package se.samsteg.casefile;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;
import se.samsteg.person.Person;
import se.samsteg.person.Redaction;

/** What staff wrote about a case that stands in a table of its own and not in a fact alone. */
@Repository
public class CaseTexts {

    private final JdbcClient jdbc;
    private final ObjectProvider<PersonalTables> owners;

    CaseTexts(JdbcClient jdbc, ObjectProvider<PersonalTables> owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    private record Row(String at, String text) {}

    private Stream<WrittenText> texts() {
        return owners.stream().flatMap(owner -> owner.texts().stream());
    }

    /** Takes the person out of what was written in any of the person's cases, or of where the person was among others. */
    public void conceal(Person person, Redaction redaction) {
        String[] cases = jdbc.sql("select case_number from case_file where person = ?")
                .param(person.id())
                .query(String.class)
                .list()
                .toArray(String[]::new);
        texts().forEach(text -> conceal(text, cases, redaction));
    }

    private void conceal(WrittenText text, String[] cases, Redaction redaction) {
        jdbc.sql("select ctid::text as at, %2$s as text from %1$s where %3$s and %2$s is not null for update"
                        .formatted(text.table(), text.column(), text.rows()))
                .param("cases", cases)
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
        texts().filter(WrittenText::ofOneCase)
                .filter(text -> key.equals(text.column()) || key.endsWith(StringUtils.capitalize(text.column())))
                .forEach(text -> jdbc.sql("update %1$s set %2$s = :to where %3$s and %2$s = :from"
                                .formatted(text.table(), text.column(), text.rows()))
                        .param("cases", new String[] {caseNumber})
                        .param("from", from)
                        .param("to", to)
                        .update());
    }

    private void rewrite(WrittenText text, Row row, String said) {
        if (!said.equals(row.text())) {
            jdbc.sql("update %s set %s = :said where ctid = :at::tid".formatted(text.table(), text.column()))
                    .param("said", said)
                    .param("at", row.at())
                    .update();
        }
    }
}

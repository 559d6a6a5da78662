package se.samsteg.casefile;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Json;
import se.samsteg.person.Person;
import se.samsteg.person.Redaction;

/** Takes a person whose identity is protected out of facts. */
@Repository
public class FactConcealment {

    private final JdbcClient jdbc;
    private final ReadFacts read;
    private final FormTexts texts;

    FactConcealment(JdbcClient jdbc, ReadFacts read, FormTexts texts) {
        this.jdbc = jdbc;
        this.read = read;
        this.texts = texts;
    }

    /**
     * Takes a person out of what was recorded before the identity was protected: in the person's cases, and in what was
     * said about the groups and sittings where the person was among others. The one change that a fact knows, see
     * docs/decisions/protected-identity.md.
     */
    public void conceal(Person person, Redaction redaction) {
        record Stored(UUID id, String kind, String formVersion, String content) {}
        List<Stored> changed = jdbc.sql("""
                        with own as (select case_number from case_file where person = ?)
                        select id, kind, form_version, content from fact where case_number in (select case_number from own)
                        or subject in (select subject from subject_case join own using (case_number))
                        """).param(person.id()).query(Stored.class).list().stream()
                .map(fact -> new Stored(
                        fact.id(),
                        fact.kind(),
                        fact.formVersion(),
                        concealed(fact.kind(), fact.formVersion(), fact.content(), redaction)))
                .toList();
        jdbc.sql("""
                        update fact set content = said.content::jsonb from unnest(?, ?) as said (id, content)
                        where fact.id = said.id and fact.content <> said.content::jsonb""")
                .params(
                        changed.stream().map(Stored::id).toArray(UUID[]::new),
                        changed.stream().map(Stored::content).toArray(String[]::new))
                .update();
        read.forget();
    }

    /** The content of a fact, as JSON, without what tells who the person is. */
    String concealed(String form, String version, String content, Redaction redaction) {
        return Json.write(texts.rewritten(form, version, Json.answers(content), redaction::in));
    }
}

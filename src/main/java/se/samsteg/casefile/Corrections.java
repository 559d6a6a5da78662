package se.samsteg.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.Actor;
import se.samsteg.form.FormChanges;
import se.samsteg.form.Json;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.person.ProtectedPersons;
import se.samsteg.person.Redaction;

/** Corrects facts, whichever phase they are of: a correction is a new fact that refers to the old one. */
@Repository
public class Corrections {

    private final JdbcClient jdbc;
    private final FactRows rows;
    private final FormChanges changes;
    private final FactTypes types;
    private final FactConcealment concealment;
    private final ProtectedPersons protectedPersons;
    private final Actor actor;

    Corrections(
            JdbcClient jdbc,
            FactRows rows,
            FormChanges changes,
            FactTypes types,
            FactConcealment concealment,
            ProtectedPersons protectedPersons,
            Actor actor) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.changes = changes;
        this.types = types;
        this.concealment = concealment;
        this.protectedPersons = protectedPersons;
        this.actor = actor;
    }

    /**
     * A fact of a case as it stands now, of any kind.
     *
     * @param content by the form's keys
     */
    public record Standing(
            UUID id, String kind, String formVersion, Instant at, String by, Map<String, Object> content) {}

    /** All facts of a case as they stand now, the newest first. */
    public List<Standing> standing(String caseNumber) {
        return jdbc.sql("select * from current_fact where case_number = ? order by recorded_at desc, id")
                .param(caseNumber)
                .query((row, n) -> standing(row))
                .list();
    }

    /** One of them; empty if the case has no such fact. */
    public Optional<Standing> standing(String caseNumber, UUID id) {
        return jdbc.sql("select * from current_fact where case_number = ? and id = ?")
                .params(caseNumber, id)
                .query((row, n) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("form_version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                Json.answers(row.getString("content")));
    }

    /**
     * Corrects one answer of a fact by a new fact of the same kind, with the whole content, that refers to the old. The
     * old one stays as it is. Two corrections of one fact at the same time follow each other.
     *
     * @param fact id of a fact of the case, as {@link #standing} gives it
     * @param value text, number, Boolean or list of texts; null if nothing is to stand there
     * @throws se.samsteg.form.Refused if the form or the fact's own rules refuse the value, or it stands there already
     */
    public void correct(DelegateTask task, UUID fact, String key, @Nullable Object value) {
        correct(task, fact, Collections.singletonMap(key, value));
    }

    /**
     * As {@link #correct(DelegateTask, UUID, String, Object)} for answers that depend on each other: the fact's rules see
     * them together.
     *
     * @param values by key; an answer on which another depends comes before it
     * @return keys of the answers that stand otherwise now
     */
    public Set<String> correct(DelegateTask task, UUID fact, Map<String, ? extends @Nullable Object> values) {
        String caseNumber = (String) task.getVariable("caseNumber");
        jdbc.sql("select from fact where id = ? for update").param(fact).query().listOfRows();
        Standing old = standing(caseNumber, fact).orElseThrow();
        Map<String, @Nullable Object> content = new LinkedHashMap<>(old.content());
        values.forEach((key, value) -> {
            if (!same(content.get(key), value)) {
                Map<String, @Nullable Object> changed =
                        changes.changed(old.kind(), old.formVersion(), content, key, value);
                content.clear();
                content.putAll(changed);
            }
        });
        Set<String> changed = content.keySet().stream()
                .filter(key -> !same(old.content().get(key), content.get(key)))
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            throw new Refused("Ny uppgift: det står redan så.");
        }
        types.check(caseNumber, old.kind(), old.formVersion(), types.read(old.kind(), content));
        String said = Json.write(content);
        for (Person person : protectedPersons.among(Set.of(caseNumber))) {
            said = concealment.concealed(old.kind(), old.formVersion(), said, Redaction.of(person));
        }
        rows.addCorrection(fact, actor.role(task), said);
        return changed;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null || one.equals(List.of()) || one.equals("")
                ? other == null || other.equals(List.of())
                : one.equals(other);
    }
}

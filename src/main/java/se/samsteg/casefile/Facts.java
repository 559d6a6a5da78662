package se.samsteg.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Forms;

/**
 * What happened, appended in the transaction of the task that says so. A fact is the content of one form, as a record
 * whose components are the form's keys.
 */
@Repository
public class Facts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Actor actor;
    private final Clock clock;

    Facts(JdbcClient jdbc, Forms forms, Actor actor, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.actor = actor;
        this.clock = clock;
    }

    /** A stored fact: when it was recorded, by whom, and what it says. */
    public record Entry<T>(UUID id, Instant at, String by, T content) {}

    /**
     * Reads the task's form into a fact of its kind and appends it to the task's case.
     *
     * @return the fact
     * @throws se.samsteg.engine.Refused if the record refuses what was typed
     */
    public <T extends Record> T record(DelegateTask task, Class<T> type) {
        return record(task, type, null);
    }

    /** As {@link #record(DelegateTask, Class)} for something that is no case: a group, a sitting. */
    public <T extends Record> T record(DelegateTask task, Class<T> type, @Nullable String subject) {
        Forms.Filled form = forms.of(task);
        T content = form.as(type);
        append((String) task.getVariable("caseNumber"), subject, form, actor.role(task), content);
        return content;
    }

    /** Appends what a start form said; who started it is who recorded it. */
    public void append(@Nullable String caseNumber, @Nullable String subject, Forms.Filled form, Record content) {
        append(caseNumber, subject, form, actor.role(), content);
    }

    private void append(
            @Nullable String caseNumber, @Nullable String subject, Forms.Filled form, String role, Record content) {
        jdbc.sql("insert into fact values (?, ?, ?, ?, ?, ?, ?, ?, null, ?::jsonb)")
                .params(
                        UUID.randomUUID(),
                        caseNumber,
                        subject,
                        form.id(),
                        form.version(),
                        actor.user(),
                        role,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        json(content))
                .update();
    }

    /** The last fact of a kind, read as the asking phase's own record: only the keys it names. */
    public <T> Optional<T> latest(String caseNumber, String kind, Class<T> type) {
        return all(caseNumber, kind, type).stream()
                .reduce((first, second) -> second)
                .map(Entry::content);
    }

    /** All facts of a kind in the order they were recorded. */
    public <T> List<Entry<T>> all(String caseNumber, String kind, Class<T> type) {
        return jdbc.sql(
                        "select id, recorded_at, recorded_by, content from fact where case_number = ? and kind = ? order by recorded_at, id")
                .params(caseNumber, kind)
                .query((row, n) -> new Entry<>(
                        row.getObject("id", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        read(row.getString("content"), type)))
                .list();
    }

    private static String json(Record content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact could not be written as JSON", e);
        }
    }

    private static <T> T read(String content, Class<T> type) {
        try {
            JsonNode tree = JSON.readTree(content);
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fact could not be read as " + type.getSimpleName(), e);
        }
    }
}

package se.samsteg.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samsteg.engine.Actor;
import se.samsteg.form.FormChanges;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.person.ProtectedPersons;
import se.samsteg.person.Redaction;

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

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Forms forms;
    private final FormTexts texts;
    private final CaseTexts written;
    private final FactCases factCases;
    private final ProtectedPersons protectedPersons;
    private final FormChanges changes;
    private final FactTypes types;
    private final Actor actor;
    private final Clock clock;

    Facts(
            JdbcClient jdbc,
            Forms forms,
            FormTexts texts,
            CaseTexts written,
            FactCases factCases,
            ProtectedPersons protectedPersons,
            FormChanges changes,
            FactTypes types,
            Actor actor,
            Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.texts = texts;
        this.written = written;
        this.factCases = factCases;
        this.protectedPersons = protectedPersons;
        this.changes = changes;
        this.types = types;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A stored fact: when it was recorded, by whom, and what it says now.
     *
     * @param formVersion of the form in which it was written
     * @param corrected when and by whom it was corrected last; null if it never was
     */
    public record Entry<T>(
            UUID id,
            Instant at,
            String by,
            String formVersion,
            T content,
            @Nullable Corrected corrected) {}

    /** When and by whom a fact was corrected. */
    public record Corrected(Instant at, String by) {}

    /**
     * Reads the task's form into a fact of its kind and appends it to the task's case.
     *
     * @return the fact
     * @throws se.samsteg.form.Refused if the record refuses what was typed
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

    /**
     * Takes somebody out of what was recorded before the identity was protected: in the person's cases, and in what was
     * said about the groups and sittings where the person was among others. The one change that a fact knows, see
     * docs/decisions/protected-identity.md.
     */
    public void conceal(Person person, Redaction redaction) {
        record Stored(UUID id, String kind, String formVersion, String content) {}
        List<Stored> changed = jdbc.sql("""
                        with own as (select case_number from case_file where person = ?)
                        select id, kind, form_version, content from fact where case_number in (select case_number from own)
                        or subject in (select subject from subject_case join own using (case_number))""").param(person.id()).query(Stored.class).list().stream()
                .map(fact -> new Stored(
                        fact.id(),
                        fact.kind(),
                        fact.formVersion(),
                        hidden(fact.kind(), fact.formVersion(), fact.content(), redaction)))
                .toList();
        jdbc.sql("""
                        update fact set content = said.content::jsonb from unnest(?, ?) as said (id, content)
                        where fact.id = said.id and fact.content <> said.content::jsonb""")
                .params(
                        changed.stream().map(Stored::id).toArray(UUID[]::new),
                        changed.stream().map(Stored::content).toArray(String[]::new))
                .update();
    }

    private String hidden(String form, String version, String content, Redaction redaction) {
        try {
            return JSON.writeValueAsString(texts.rewritten(form, version, answers(content), redaction::in));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fact is no JSON");
        }
    }

    private List<Person> protectedIn(@Nullable String caseNumber, @Nullable String subject) {
        return protectedPersons.among(
                Stream.of(caseNumber, subject).flatMap(Stream::ofNullable).collect(Collectors.toSet()));
    }

    private void append(
            @Nullable String caseNumber, @Nullable String subject, Forms.Filled form, String role, Record content) {
        if (caseNumber != null && !form.bounds().isEmpty()) {
            checkBounds(caseNumber, form.bounds());
        }
        types.check(caseNumber, form.id(), form.version(), content);
        String said = json(content);
        for (Person person : protectedIn(caseNumber, subject)) {
            Redaction redaction = Redaction.of(person);
            said = hidden(form.id(), form.version(), said, redaction);
            atLast(() -> written.conceal(person, redaction));
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into fact (id, case_number, subject, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(id, caseNumber, subject, form.id(), form.version(), actor.user(), role, now(), said)
                .update();
        if (caseNumber == null) {
            factCases.store(id, subject, answers(said));
        }
    }

    private static Map<String, Object> answers(String content) {
        try {
            return JSON.readValue(content, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fact is no JSON");
        }
    }

    private record Life(
            LocalDate openedOn,
            @Nullable LocalDate enrolledOn,
            @Nullable LocalDate birthDate) {

        /** The day that nothing may come before; null if it is not known. */
        @Nullable
        LocalDate first(String notBefore) {
            return switch (notBefore) {
                case "birth" -> birthDate;
                case "enrolment" -> enrolledOn == null ? openedOn : enrolledOn;
                default -> openedOn;
            };
        }
    }

    private static final Map<String, String> BEFORE = Map.of(
            "birth", "datumet ligger före deltagarens födelse.",
            "case", "datumet ligger före remissen.",
            "enrolment", "datumet ligger före inskrivningen.");

    /** @throws Refused if a day comes before the birth, the case or the enrolment, as its form declares */
    private void checkBounds(String caseNumber, List<Forms.Bound> bounds) {
        Life life = jdbc.sql("""
                        select opened_on, enrolled_on, birth_date from case_file join participant on id = person
                        where case_number = ?""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Life.class))
                .single();
        List<String> wrong = bounds.stream()
                .filter(bound -> {
                    LocalDate first = life.first(bound.notBefore());
                    return first != null && bound.day().isBefore(first);
                })
                .map(bound -> bound.label() + ": " + BEFORE.get(bound.notBefore()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** A phase may write into a table of its own too what it has recorded. */
    private static void atLast(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }

    /** The last fact of the form that the record reads, see {@link FactOf}. */
    public <T extends Record> Optional<T> latest(String caseNumber, Class<T> type) {
        return latest(caseNumber, form(type), type);
    }

    /** @param kind one of the forms that the record reads */
    public <T extends Record> Optional<T> latest(String caseNumber, String kind, Class<T> type) {
        return last(all(caseNumber, kind, type)).map(Entry::content);
    }

    /** The last fact of a kind by the form's keys, to be read in the words of that form. */
    public Optional<Entry<JsonNode>> last(String caseNumber, String kind) {
        return last(all(caseNumber, kind));
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.stream().reduce((first, second) -> second);
    }

    /** All facts of the form that the record reads as they stand now, in the order they were recorded first. */
    public <T extends Record> List<Entry<T>> all(String caseNumber, Class<T> type) {
        return all(caseNumber, form(type), type);
    }

    /** @param kind one of the forms that the record reads */
    public <T extends Record> List<Entry<T>> all(String caseNumber, String kind, Class<T> type) {
        if (!forms(type).contains(kind)) {
            throw new IllegalArgumentException(type.getSimpleName() + " does not read form " + kind);
        }
        return entries(caseNumber, kind, type);
    }

    /** All facts of a kind by the form's keys, to be read in the words of that form. */
    public List<Entry<JsonNode>> all(String caseNumber, String kind) {
        return entries(caseNumber, kind, JsonNode.class);
    }

    private <T> List<Entry<T>> entries(String caseNumber, String kind, Class<T> type) {
        return jdbc.sql("select * from current_fact where case_number = ? and kind = ? order by recorded_at, id")
                .params(caseNumber, kind)
                .query((row, n) -> new Entry<>(
                        row.getObject("id", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        row.getString("form_version"),
                        read(row.getString("content"), type),
                        corrected(row)))
                .list();
    }

    private static String form(Class<?> type) {
        List<String> forms = forms(type);
        if (forms.size() != 1) {
            throw new IllegalArgumentException(type.getSimpleName() + " must read one form to be asked for alone");
        }
        return forms.get(0);
    }

    private static List<String> forms(Class<?> type) {
        FactOf of = type.getAnnotation(FactOf.class);
        return of == null ? List.of() : List.of(of.value());
    }

    private static @Nullable Corrected corrected(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("corrected_at", OffsetDateTime.class);
        return at == null ? null : new Corrected(at.toInstant(), row.getString("corrected_by"));
    }

    /**
     * A fact as it stands now, whatever it is about.
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

    @SuppressWarnings("unchecked")
    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("form_version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                read(row.getString("content"), Map.class));
    }

    /**
     * Corrects one answer of a fact by a new fact of the same kind, with the whole content, that refers to the old. The
     * old one stays as it is. Two who correct the same fact at once do it one after the other.
     *
     * @param fact id of a fact of the case, as {@link #standing} gives it
     * @param value text, number, Boolean or list of texts; null if nothing is to stand there
     * @throws se.samsteg.form.Refused if the form or the fact's own rules refuse the value, or it stands there already
     */
    public void correct(DelegateTask task, UUID fact, String key, @Nullable Object value) {
        String caseNumber = (String) task.getVariable("caseNumber");
        jdbc.sql("select from fact where id = ? for update").param(fact).query().listOfRows();
        Standing old = standing(caseNumber, fact).orElseThrow();
        Map<String, @Nullable Object> content =
                changes.changed(old.kind(), old.formVersion(), old.content(), key, value);
        if (same(old.content().get(key), value)) {
            throw new Refused("Ny uppgift: det står redan så.");
        }
        types.check(caseNumber, old.kind(), old.formVersion(), types.read(old.kind(), content));
        String said = json(content);
        for (Person person : protectedIn(caseNumber, null)) {
            said = hidden(old.kind(), old.formVersion(), said, Redaction.of(person));
        }
        jdbc.sql("""
                        insert into fact (id, case_number, subject, kind, form_version, recorded_by, role, recorded_at, corrects,
                          content)
                        select ?, case_number, subject, kind, form_version, ?, ?, ?, id, ?::jsonb
                        from fact where id = ?""")
                .params(UUID.randomUUID(), actor.user(), actor.role(task), now(), said, fact)
                .update();
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null || one.equals(List.of()) || one.equals("")
                ? other == null || other.equals(List.of())
                : one.equals(other);
    }

    /** Appends a fact of a task's form whose content is not read from the form alone. */
    public void append(DelegateTask task, String subject, Record content) {
        append((String) task.getVariable("caseNumber"), subject, forms.of(task), actor.role(task), content);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String json(Object content) {
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

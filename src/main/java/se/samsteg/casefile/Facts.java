package se.samsteg.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.form.Forms;
import se.samsteg.form.Json;

/**
 * What happened, appended in the transaction of the task that says so. A fact is the content of one form, as a record
 * whose components are the form's keys.
 */
@Component
public class Facts {

    private final FactRows rows;
    private final Forms forms;
    private final FactChecks checks;
    private final ConcealedFacts concealed;
    private final FactCases factCases;
    private final Actor actor;

    Facts(FactRows rows, Forms forms, FactChecks checks, ConcealedFacts concealed, FactCases factCases, Actor actor) {
        this.rows = rows;
        this.forms = forms;
        this.checks = checks;
        this.concealed = concealed;
        this.factCases = factCases;
        this.actor = actor;
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

    /**
     * As {@link #record(DelegateTask, Class)} for a task of an earlier model whose form has another name today: the fact is
     * of today's kind, by the rules of today's record.
     *
     * @param kind the name that the form has today; its keys are those of the task's form, and perhaps more
     */
    public void recordAs(String kind, DelegateTask task) {
        Forms.Filled form = forms.of(task);
        append((String) task.getVariable("caseNumber"), null, kind, form, actor.role(task), checks.read(kind, form));
    }

    /** Appends what a start form said; who started it is who recorded it. */
    public void append(@Nullable String caseNumber, @Nullable String subject, Forms.Filled form, Record content) {
        append(caseNumber, subject, form, actor.role(), content);
    }

    /**
     * Appends what a rule of the programme decides where otherwise a member of staff fills in the form that the record reads.
     * The system is who recorded it, whichever user's step led to it.
     */
    public void appendRuled(DelegateExecution execution, Record content) {
        Forms.Filled form = forms.unfilled(execution, form(content.getClass()));
        append((String) execution.getVariable("caseNumber"), null, form, Actor.SYSTEM, content);
    }

    private void append(
            @Nullable String caseNumber, @Nullable String subject, Forms.Filled form, String role, Record content) {
        append(caseNumber, subject, form.id(), form, role, content);
    }

    private void append(
            @Nullable String caseNumber,
            @Nullable String subject,
            String kind,
            Forms.Filled form,
            String role,
            Record content) {
        checks.check(caseNumber, form, content);
        String said = concealed.conceal(caseNumber, subject, form, form.with(content));
        UUID id = rows.add(caseNumber, subject, kind, form, role, said);
        if (caseNumber == null) {
            factCases.store(id, subject, Json.answers(said));
        }
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

    /**
     * As {@link #latest(String, Class)} for what is recorded of an exit and of the answers to it: none of an exit that was
     * taken back, or before the case was opened again.
     */
    public <T extends Record> Optional<T> ofExit(String caseNumber, Class<T> type) {
        return lastOfExit(caseNumber, type).map(Entry::content);
    }

    /** As {@link #ofExit}, with when it was recorded. */
    public <T extends Record> Optional<Entry<T>> lastOfExit(String caseNumber, Class<T> type) {
        return last(rows.ofExit(caseNumber, form(type))).map(fact -> fact.as(type));
    }

    /** Whether a fact of this kind is recorded of the exit that stands, see {@link #ofExit}. */
    public boolean exited(String caseNumber, String kind) {
        return !rows.ofExit(caseNumber, kind).isEmpty();
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

    /**
     * A fact beside its kind.
     *
     * @param kind the form that it is of
     * @param role group id in which it was recorded
     */
    public record Recorded(String kind, String role, Entry<JsonNode> fact) {}

    /**
     * Every fact of a case as it stands now, the newest first, read with one statement; what is asked of the case later in
     * the transaction needs none.
     */
    public List<Recorded> everything(String caseNumber) {
        List<Recorded> all = new ArrayList<>(rows.all(caseNumber).stream()
                .map(fact -> new Recorded(fact.kind(), fact.role(), fact.as(JsonNode.class)))
                .toList());
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /** All facts of a kind about something else, such as a group, in which the case was then, by the form's keys. */
    public List<Entry<JsonNode>> among(String caseNumber, String kind) {
        return rows.among(caseNumber, kind).stream()
                .map(fact -> fact.as(JsonNode.class))
                .toList();
    }

    private <T> List<Entry<T>> entries(String caseNumber, String kind, Class<T> type) {
        return rows.of(caseNumber, kind).stream().map(fact -> fact.as(type)).toList();
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

    /** Appends a fact of a task's form whose content is not read from the form alone. */
    public void append(DelegateTask task, @Nullable String subject, Record content) {
        append((String) task.getVariable("caseNumber"), subject, forms.of(task), actor.role(task), content);
    }
}

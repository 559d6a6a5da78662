package se.samsteg.alert;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

/**
 * Påminnelse till projektledaren: something was left undone, and the lead is told and gets one task, which comes back on the
 * day that the lead named until it is done. An alert is a process of its own beside what raised it, so that a lead's late
 * answer does not delay that process. It is about a case or a group, whose number is its business key.
 */
@Phase("alert")
public class Alert {

    private final Facts facts;
    private final CaseFiles cases;
    private final Subjects subjects;
    private final Letter letter;
    private final Programme programme;
    private final RuntimeService runtime;

    Alert(
            Facts facts,
            CaseFiles cases,
            Subjects subjects,
            Letter letter,
            Programme programme,
            @Lazy RuntimeService runtime) {
        this.facts = facts;
        this.cases = cases;
        this.subjects = subjects;
        this.letter = letter;
        this.programme = programme;
        this.runtime = runtime;
    }

    /**
     * Begins an alert, unless one of the kind is open about the same thing.
     *
     * @param cause what goes on around it is what the alert is about: the case's coaching, one plan review, one session
     * @param kind code of a {@link Kind}
     */
    public void raise(DelegateExecution cause, String kind) {
        Kind.of(kind);
        String key = key(cause);
        subjects.lock(key, caseNumber(cause));
        boolean open = runtime.createProcessInstanceQuery()
                        .processDefinitionKey("alert")
                        .processInstanceBusinessKey(key)
                        .variableValueEquals("kind", kind)
                        .variableValueEquals("source", source(cause))
                        .count()
                > 0;
        if (!open) {
            start(cause, kind, source(cause), programme.today().toString());
        }
    }

    /** Begins what the lead wanted to look at again: the same alert, with the age that it has. */
    public void raiseAgain(DelegateExecution alert) {
        start(alert, (String) alert.getVariable("kind"), (String) alert.getVariable("source"), (String)
                alert.getVariable("raisedOn"));
    }

    private void start(DelegateExecution cause, String kind, String source, String raisedOn) {
        String key = key(cause);
        String caseNumber = caseNumber(cause);
        var start = runtime.createMessageCorrelation("alert.raised")
                .processInstanceBusinessKey(key)
                .setVariable("kind", kind)
                .setVariable("source", source)
                .setVariable("raisedOn", raisedOn);
        (caseNumber == null ? start.setVariable("groupId", key) : start.setVariable("caseNumber", caseNumber))
                .correlateStartMessage();
    }

    /** Ends the alert about something that has been done after all, or that no process waits for any more. */
    public void settle(DelegateExecution cause, String kind) {
        if (cause.isCanceled() && caseClosed(key(cause))) {
            return; // the case's alerts have the same message, and end by it
        }
        runtime.createMessageCorrelation("alert.settled")
                .processInstanceBusinessKey(key(cause))
                .processInstanceVariableEquals("kind", kind)
                .processInstanceVariableEquals("source", source(cause))
                .correlateAll();
    }

    /** As {@link #settle} where a completed task need not mean that it is done; a task that is cancelled is over. */
    public void settleIf(boolean done, DelegateExecution cause, String kind) {
        if (done || cause.isCanceled()) {
            settle(cause, kind);
        }
    }

    private boolean caseClosed(String key) {
        return cases.find(key).filter(file -> !file.open()).isPresent();
    }

    private static String key(DelegateExecution cause) {
        return Objects.requireNonNull(cause.getProcessBusinessKey(), "an alert is about a case or a group");
    }

    /** An id of the process or sub-process around the cause: a group's sessions and a case's plan reviews each have one. */
    private static String source(DelegateExecution cause) {
        return cause.getParentActivityInstanceId();
    }

    private static @Nullable String caseNumber(VariableScope scope) {
        return (String) scope.getVariable("caseNumber");
    }

    /** Writes to the programme leads. */
    public void tell(DelegateExecution execution) {
        letter.toLeads(
                execution,
                "alert",
                caseNumber(execution),
                Objects.requireNonNull(execution.getTenantId()),
                subject(execution));
    }

    /**
     * What is undone, in which case or group, and from the second day on how long the lead has known of it, such as
     * {@code Lång väntan på plats, ärende SB-2026-0042 (sedan 2026-11-02, 14 dagar)}.
     */
    public String subject(DelegateExecution execution) {
        Kind kind = Kind.of((String) execution.getVariable("kind"));
        String where = caseNumber(execution) == null ? "grupp" : "ärende";
        return "%s, %s %s%s".formatted(kind.words(), where, execution.getProcessBusinessKey(), age(execution));
    }

    /** Empty on the first day, and for an alert that was raised before the day was stored. */
    private String age(VariableScope scope) {
        if (!(scope.getVariable("raisedOn") instanceof String raisedOn)) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.parse(raisedOn), programme.today());
        return days == 0 ? "" : " (sedan %s, %d %s)".formatted(raisedOn, days, days == 1 ? "dag" : "dagar");
    }

    /** The day on which the lead wants to be asked again, as the form gave it; null for never. */
    public @Nullable String checkAgainOn(DelegateExecution execution) {
        return execution.getVariable("checkAgainOn") instanceof String day && !day.isEmpty() ? day : null;
    }

    public void recordHandling(DelegateTask task) {
        facts.record(task, Handling.class, (String) task.getVariable("groupId"));
    }
}

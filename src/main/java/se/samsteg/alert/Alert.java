package se.samsteg.alert;

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

/**
 * Påminnelse till projektledaren: something was left undone, and the lead is told once and gets one task. An alert is a
 * process of its own beside what raised it, so that a lead's late answer does not delay that process. It is about a
 * case or a group, whose number is its business key.
 */
@Phase("alert")
public class Alert {

    private final Facts facts;
    private final CaseFiles cases;
    private final Letter letter;
    private final RuntimeService runtime;

    Alert(Facts facts, CaseFiles cases, Letter letter, @Lazy RuntimeService runtime) {
        this.facts = facts;
        this.cases = cases;
        this.letter = letter;
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
        boolean open = runtime.createProcessInstanceQuery()
                        .processDefinitionKey("alert")
                        .processInstanceBusinessKey(key)
                        .variableValueEquals("kind", kind)
                        .variableValueEquals("source", source(cause))
                        .count()
                > 0;
        if (!open) {
            var start = runtime.createMessageCorrelation("alert.raised")
                    .processInstanceBusinessKey(key)
                    .setVariable("kind", kind)
                    .setVariable("source", source(cause));
            String caseNumber = caseNumber(cause);
            (caseNumber == null ? start.setVariable("groupId", key) : start.setVariable("caseNumber", caseNumber))
                    .correlateStartMessage();
        }
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

    /** What is undone, and in which case or group, such as {@code Lång väntan på plats, ärende SB-2026-0042}. */
    public String subject(DelegateExecution execution) {
        Kind kind = Kind.of((String) execution.getVariable("kind"));
        String where = caseNumber(execution) == null ? "grupp" : "ärende";
        return "%s, %s %s".formatted(kind.words(), where, execution.getProcessBusinessKey());
    }

    public void recordHandling(DelegateTask task) {
        facts.record(task, Handling.class, (String) task.getVariable("groupId"));
    }
}

package se.samsteg.group;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the processes of participants are told of their group. */
@Component
class CaseProcesses {

    private final RuntimeService runtime;

    CaseProcesses(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Tells the process of a case; one that does not wait for it any more is passed over.
     *
     * @return whether it was waited for
     */
    boolean tell(String caseNumber, String message) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .correlateAllWithResult()
                .isEmpty();
    }

    /** As {@link #tell}; a process of a model from before that message is told that the group has ended. */
    void tellOrEnd(String caseNumber, String message) {
        if (!tell(caseNumber, message)) {
            tell(caseNumber, "group.ended");
        }
    }

    /** Asks what the group gave a participant. A process of an older model has the question as a step of its own. */
    void askWhatItGave(String caseNumber) {
        boolean asked = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .activityIdIn("userTask_evaluateGroup")
                        .count()
                > 0;
        if (!asked) {
            runtime.createMessageCorrelation("group.attended")
                    .processInstanceBusinessKey(caseNumber)
                    .setVariable("caseNumber", caseNumber)
                    .correlateStartMessage();
        }
    }
}

package se.samsteg.coaching;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.pause.PauseChanged;

/**
 * A care pause moves the day on which the lead is told that the participant has not been met, and an open review of the
 * plan until after it; the open talk shows the pause and proposes the next talk by its interval.
 */
@Component
class PausedTalks {

    private final CaseTimers timers;
    private final CoachingDays days;
    private final CarePause pause;
    private final TaskService tasks;
    private final RuntimeService runtime;

    PausedTalks(
            CaseTimers timers,
            CoachingDays days,
            CarePause pause,
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime) {
        this.timers = timers;
        this.days = days;
        this.pause = pause;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @EventListener
    void changed(PauseChanged event) {
        String caseNumber = event.caseNumber();
        timers.move("coaching", caseNumber, "timer_noContact", days.noContact(caseNumber));
        timers.due("coaching", caseNumber, "userTask_reviewPlan", days.planReview(caseNumber));
        timers.move("coaching", caseNumber, "timer_planReviewOverdue", days.planReviewOverdue(caseNumber));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("userTask_holdTalk")
                .list()
                .forEach(talk -> {
                    runtime.setVariableLocal(
                            talk.getExecutionId(), "pauseState", Variables.stringValue(pause.text(caseNumber)));
                    runtime.setVariableLocal(
                            talk.getExecutionId(), "nextTalk", Variables.stringValue(days.proposed(caseNumber)));
                });
    }
}

package se.samsteg.audit;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.form.Choice;

class AuditProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2099-01-04T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("audit");

    private final Audit audit = engine.mock("audit", Audit.class);

    private ProcessInstance process;

    @BeforeEach
    void aMonthHasBegun() {
        for (Date due : List.of(LATER)) {
            when(audit.due("a")).thenReturn(due);
            when(audit.reminder("a")).thenReturn(due);
            when(audit.deadline("a")).thenReturn(due);
        }
        when(audit.month("a")).thenReturn("november 2026");
        when(audit.refusals("a")).thenReturn("Inga");
        when(audit.sample("a")).thenReturn(List.of(new Choice("2026-11-03 09:14 · coach1, Individcoach · akten", "1")));
        process = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("audit.coming")
                .processInstanceBusinessKey("samboradet-2026-11")
                .setVariable("auditId", "a")
                .correlateStartMessage();
    }

    private void theMonthIsOver(boolean viewed) {
        doAnswer(call -> {
                    call.<DelegateExecution>getArgument(0).setVariable("viewed", viewed);
                    return null;
                })
                .when(audit)
                .draw(any());
        engine.fire("timer_monthOver");
        verify(audit).openNext("a");
    }

    @Test
    void theLeadFindsEverythingInOrderAndTheSteeringGroupIsTold() {
        theMonthIsOver(true);
        assertThat(engine.task("userTask_review")).hasCandidateGroup("programme-lead");
        engine.complete("userTask_review", Map.of("outcome", "in-order", "followUp", List.of()));

        verify(audit).recordReview(any());
        verify(audit).tell(any());
        assertThat(process).isEnded().hasPassed("endEvent_inOrder");
    }

    @Test
    void whatNeedsAnExplanationIsFollowedUp() {
        theMonthIsOver(true);
        engine.complete("userTask_review", Map.of("outcome", "follow-up", "followUp", List.of("1"), "note", "Fråga"));

        assertThat(process).isEnded().hasPassed("endEvent_followUp");
    }

    @Test
    void aMonthWithoutViewsCreatesNoReview() {
        theMonthIsOver(false);

        assertThat(process).isEnded().hasPassed("endEvent_noViews").hasNotPassed("userTask_review");
    }

    @Test
    void theLeadIsRemindedOnceAndThenItIsTooLate() {
        theMonthIsOver(true);
        engine.fire("timer_reminderDue");
        verify(audit, times(1)).remind(any());
        assertThat(process).isWaitingAt("userTask_review");

        engine.fire("timer_deadline");
        verify(audit).tellOverdue(any());
        assertThat(process).isEnded().hasPassed("endEvent_reminded", "endEvent_notReviewed");
    }

    @Test
    void theLeadsAreToldWhoIsRefusedMuch() {
        ProcessInstance refused = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("audit.refused")
                .setVariable("refusalAlertId", "r")
                .correlateStartMessage();

        verify(audit, times(1)).tellRefused(any());
        assertThat(refused).isEnded().hasPassed("endEvent_leadsKnow");
    }
}

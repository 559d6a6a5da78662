package se.samsteg.retention;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
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

class RetentionProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2099-01-04T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("retention");

    private final Retention retention = engine.mock("retention", Retention.class);

    private ProcessInstance process;

    @BeforeEach
    void aYearHasBegun() {
        when(retention.due("r")).thenReturn(LATER);
        when(retention.reminder("r")).thenReturn(LATER);
        when(retention.deadline("r")).thenReturn(LATER);
        when(retention.year("r")).thenReturn("2031");
        when(retention.lastNote("r")).thenReturn("2027-01-02");
        when(retention.files("r")).thenReturn(List.of(new Choice("SB-2024-0042 · 81 anteckningar", "SB-2024-0042")));
        when(retention.held("r")).thenReturn(List.of());
        when(retention.reason("r")).thenReturn("");
        when(retention.running("r")).thenReturn("");
        process = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("retention.coming")
                .processInstanceBusinessKey("samboradet-2031")
                .setVariable("retentionId", "r")
                .correlateStartMessage();
    }

    private void theYearIsOver(boolean found) {
        doAnswer(call -> {
                    call.<DelegateExecution>getArgument(0).setVariable("found", found);
                    return null;
                })
                .when(retention)
                .prepare(any());
        engine.fire("timer_yearOver");
        verify(retention).openNext("r");
    }

    @Test
    void theLeadLooksAndThenItIsErasedAndTold() {
        theYearIsOver(true);
        assertThat(engine.task("userTask_reviewFiles")).hasCandidateGroup("programme-lead");
        engine.complete("userTask_reviewFiles", Map.of("hold", List.of(), "confirmed", true));
        verify(retention).recordReview(any());
        verify(retention, never()).erase(any());

        engine.fire("serviceTask_erase");

        verify(retention).erase(any());
        verify(retention).tell(any());
        assertThat(process).isEnded().hasPassed("endEvent_erased");
    }

    @Test
    void aYearWithNothingDueCreatesNoReview() {
        theYearIsOver(false);

        assertThat(process).isEnded().hasPassed("endEvent_nothing").hasNotPassed("userTask_reviewFiles");
    }

    @Test
    void theLeadIsRemindedThenTheSteeringGroupIsToldAndTheTaskStays() {
        theYearIsOver(true);
        engine.fire("timer_reminderDue");
        verify(retention).remind(any());
        engine.fire("timer_deadline");
        verify(retention).tellOverdue(any());

        assertThat(process)
                .isWaitingAt("userTask_reviewFiles")
                .hasPassed("endEvent_reminded", "endEvent_told")
                .isNotEnded();
        verify(retention, never()).erase(any());
    }
}

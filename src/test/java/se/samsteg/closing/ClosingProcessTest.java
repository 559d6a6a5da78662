package se.samsteg.closing;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class ClosingProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2099-01-04T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("closing");

    private final Closing closing = engine.mock("closing", Closing.class);

    @BeforeEach
    void aYear() {
        when(closing.due("c")).thenReturn(LATER);
        when(closing.reminder("c")).thenReturn(LATER);
        when(closing.deadline("c")).thenReturn(LATER);
        when(closing.year("c")).thenReturn("2026");
        when(closing.reason("c")).thenReturn("");
        when(closing.missing("c")).thenReturn("");
    }

    private ProcessInstance aYearIsOver() {
        ProcessInstance process = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("closing.coming")
                .processInstanceBusinessKey("samboradet-2026-1")
                .setVariable("closingId", "c")
                .correlateStartMessage();
        engine.fire("timer_yearOver");
        verify(closing).openNext("c");
        return process;
    }

    @Test
    void theLeadSignsAndTheSteeringGroupIsTold() {
        ProcessInstance process = aYearIsOver();
        assertThat(engine.task("userTask_sign")).hasCandidateGroup("programme-lead");

        engine.complete("userTask_sign", Map.of("confirmed", true));

        verify(closing).sign(any());
        verify(closing).tell(any());
        assertThat(process).isEnded().hasPassed("endEvent_signed");
    }

    @Test
    void anEarlierYearIsSignedWithoutWaiting() {
        doAnswer(call -> {
                    call.<DelegateExecution>getArgument(0).setVariable("closingId", "c");
                    return null;
                })
                .when(closing)
                .plan(any());
        ProcessInstance process = engine.engine().getRuntimeService().startProcessInstanceByKey("closing");

        engine.complete("userTask_sign", Map.of("confirmed", true));

        verify(closing).sign(any());
        verify(closing, never()).openNext(any());
        assertThat(process).isEnded().hasPassed("startEvent_again", "endEvent_signed");
    }

    @Test
    void theLeadIsRemindedThenTheSteeringGroupIsToldAndTheTaskStays() {
        ProcessInstance process = aYearIsOver();
        engine.fire("timer_reminderDue");
        verify(closing).remind(any());
        engine.fire("timer_deadline");
        verify(closing).tellOverdue(any());

        assertThat(process)
                .isWaitingAt("userTask_sign")
                .hasPassed("endEvent_reminded", "endEvent_told")
                .isNotEnded();
        verify(closing, never()).sign(any());
    }
}

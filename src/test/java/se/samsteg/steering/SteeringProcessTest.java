package se.samsteg.steering;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class SteeringProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2099-01-04T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("steering");

    private final Steering steering = engine.mock("steering", Steering.class);

    private ProcessInstance process;

    @BeforeEach
    void aQuarterIsOver() {
        when(steering.due("s")).thenReturn(LATER);
        when(steering.reminder("s")).thenReturn(LATER);
        when(steering.deadline("s")).thenReturn(LATER);
        when(steering.quarter("s")).thenReturn("kvartal 4, 2026");
        when(steering.agenda("s")).thenReturn("Nästa möte");
        process = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("steering.coming")
                .processInstanceBusinessKey("samboradet-2026-10-01")
                .setVariable("steeringId", "s")
                .correlateStartMessage();
        engine.fire("timer_quarterOver");
        verify(steering).openNext("s");
    }

    @Test
    void theLeadWritesTheReportAndItIsSent() {
        assertThat(engine.task("userTask_compile")).hasCandidateGroup("programme-lead");

        engine.complete(
                "userTask_compile",
                Map.of("comment", "Fler remisser.", "agenda", "Nästa möte", "authoritiesPresent", List.of()));

        verify(steering).record(any());
        verify(steering).send(any());
        assertThat(process).isEnded().hasPassed("endEvent_sent");
    }

    @Test
    void theLeadIsRemindedThenTheSteeringGroupIsToldAndTheTaskStays() {
        engine.fire("timer_reminderDue");
        verify(steering).remind(any());
        engine.fire("timer_deadline");
        verify(steering).tellOverdue(any());

        assertThat(process)
                .isWaitingAt("userTask_compile")
                .hasPassed("endEvent_reminded", "endEvent_told")
                .isNotEnded();
        verify(steering, never()).record(any());
    }
}

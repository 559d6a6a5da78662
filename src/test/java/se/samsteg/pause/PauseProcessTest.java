package se.samsteg.pause;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;

class PauseProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("pause");

    private final Pause pause = engine.mock("pause", Pause.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);

    @BeforeEach
    void aCaseHasACoach() {
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(casefile.participant(CASE)).thenReturn("Anna Ek");
        when(pause.returnNears(CASE)).thenReturn(Date.from(Instant.now().plus(30, ChronoUnit.DAYS)));
    }

    private ProcessInstance reported(String change) {
        return engine.start(Map.of("caseNumber", CASE, "change", change));
    }

    @Test
    void theCoachPlansTheReturnWhenTheLastDayIsNear() {
        ProcessInstance process = reported("begin");
        verify(pause).report(any());
        assertThat(process).isWaitingAt("timer_returnNears");
        engine.fire("timer_returnNears");
        assertThat(engine.task("userTask_planReturn")).isAssignedTo("coach.ek");
        engine.complete("userTask_planReturn", Map.of("change", "end"));
        verify(pause).recordReturn(any());
        assertThat(process).isEnded().hasPassed("endEvent_returned");
    }

    @Test
    void aPauseThatIsProlongedIsAskedAboutAgain() {
        ProcessInstance process = reported("begin");
        engine.fire("timer_returnNears");
        engine.complete("userTask_planReturn", Map.of("change", "prolong"));
        assertThat(process).isWaitingAt("timer_returnNears");
        verify(pause, times(2)).returnNears(CASE);
    }

    @Test
    void aPauseEndsBeforeItsLastDay() {
        ProcessInstance process = reported("begin");
        assertThat(reported("end")).isEnded().hasPassed("endEvent_announced");
        verify(pause).announceEnd(CASE);
        engine.correlate("pause.ended");
        assertThat(process).isEnded().hasPassed("endEvent_returnedEarly");
    }

    @Test
    void aLaterLastDayThatIsReportedLeavesThePauseWaiting() {
        ProcessInstance process = reported("begin");
        assertThat(reported("prolong")).isEnded().hasPassed("endEvent_prolonged");
        assertThat(process).isWaitingAt("timer_returnNears");
    }

    @Test
    void aPauseEndsWithTheCase() {
        ProcessInstance process = reported("begin");
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
    }
}

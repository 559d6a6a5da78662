package se.samsteg.coaching;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
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
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class StayProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("stay");

    private final Coaching coaching = engine.mock("coaching", Coaching.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    private ProcessInstance process;

    @BeforeEach
    void theEndIsNear() {
        CasePhase casefile = engine.mock("casefile", CasePhase.class);
        engine.mock("programme", Programme.class);
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(coaching.longestStayDue(CASE)).thenReturn(Date.from(Instant.now().plus(30, ChronoUnit.DAYS)));
        process = engine.start(CASE);
        engine.fire("timer_prepare");
    }

    @Test
    void theLeadIsToldAndTheCoachPreparesTheEnd() {
        verify(letter).toLead(any(), eq("coaching-longest-stay"));
        assertThat(engine.task("userTask_prepareEnd")).isAssignedTo("coach.ek");
        engine.complete("userTask_prepareEnd", Map.of("moreTime", "no"));
        verify(coaching).recordEndPreparation(any());
        assertThat(process).isEnded().hasPassed("endEvent_endPrepared");
    }

    @Test
    void anExtendedStayIsToldAndPreparedAnew() {
        engine.complete("userTask_prepareEnd", Map.of("moreTime", "yes"));
        assertThat(process).isWaitingAtExactly("timer_prepare");
        engine.fire("timer_prepare");
        verify(letter, times(2)).toLead(any(), eq("coaching-longest-stay"));
        assertThat(process).isWaitingAtExactly("userTask_prepareEnd");
    }
}

package se.samsteg.followup;

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
import se.samsteg.programme.Programme;

class RevisitProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("revisit");

    private final Revisit revisit = engine.mock("revisit", Revisit.class);

    private ProcessInstance process;

    @BeforeEach
    void theTimeHasCome() {
        engine.mock("casefile", CasePhase.class);
        engine.mock("programme", Programme.class);
        when(engine.mock("followup", Followup.class).coach(CASE)).thenReturn("coach.ek");
        when(revisit.day(CASE)).thenReturn(Date.from(Instant.now().plus(90, ChronoUnit.DAYS)));
        process = engine.start(CASE);
        engine.fire("timer_first");
    }

    private void attempt(String reached) {
        assertThat(engine.task("userTask_firstFollowUp"))
                .isAssignedTo("coach.ek")
                .hasCandidateGroupAssociated("programme-lead");
        engine.complete("userTask_firstFollowUp", Map.of("reached", reached));
    }

    @Test
    void theCoachAsksOnceTheParticipantIsReached() {
        when(revisit.moreAttempts(CASE)).thenReturn(true);
        attempt("no");
        attempt("yes");
        verify(revisit, times(2)).record(any());
        assertThat(process).isEnded().hasPassed("endEvent_answered");
    }

    @Test
    void afterTheLastAttemptTheAnswerIsMissing() {
        attempt("no");
        assertThat(process).isEnded().hasPassed("endEvent_missing").hasNotPassed("endEvent_answered");
    }
}

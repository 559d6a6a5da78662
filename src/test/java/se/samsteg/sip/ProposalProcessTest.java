package se.samsteg.sip;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
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

class ProposalProcessTest {

    private static final String CASE = "AMA-2026-0042";
    private static final String AGAIN = "2027-03-01";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("proposal");

    private final Proposal proposal = engine.mock("proposal", Proposal.class);

    private ProcessInstance process;

    @BeforeEach
    void aPlanIsAgreed() {
        CasePhase casefile = engine.mock("casefile", CasePhase.class);
        Programme programme = engine.mock("programme", Programme.class);
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(programme.on(AGAIN)).thenReturn(Date.from(Instant.now().plus(30, ChronoUnit.DAYS)));
        process = engine.start(CASE);
    }

    @Test
    void theCoachAsksForAMeeting() {
        assertThat(engine.task("userTask_answer")).isAssignedTo("coach.ek");
        engine.complete("userTask_answer", Map.of("wanted", "yes"));
        verify(proposal).record(any());
        verify(proposal).request(CASE);
        assertThat(process).isEnded().hasPassed("endEvent_requested");
    }

    @Test
    void withoutAMeetingTheReasonIsKept() {
        engine.complete("userTask_answer", Map.of("wanted", "no"));
        verify(proposal, never()).request(any());
        assertThat(process).isEnded().hasPassed("endEvent_without");
    }

    @Test
    void theQuestionComesBackOnTheDayThatWasNamed() {
        engine.complete("userTask_answer", Map.of("wanted", "no", "askAgainOn", AGAIN));
        assertThat(process).isWaitingAtExactly("timer_again");
        engine.fire("timer_again");
        engine.complete("userTask_answer", Map.of("wanted", "no"));
        verify(proposal, times(2)).record(any());
        assertThat(process).isEnded().hasPassed("endEvent_without");
    }

    @Test
    void aMeetingThatIsAskedForOtherwiseAnswersTheQuestion() {
        engine.correlate("sip.requested");
        assertThat(process).isEnded().hasPassed("endEvent_requestedOtherwise");
    }

    @Test
    void theQuestionEndsWithTheCase() {
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
    }
}

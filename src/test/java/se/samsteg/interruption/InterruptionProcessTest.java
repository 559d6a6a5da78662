package se.samsteg.interruption;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class InterruptionProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("interruption");

    private final Interruption interruption = engine.mock("interruption", Interruption.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Programme programme = engine.mock("programme", Programme.class);

    private final Map<String, Object> seenAtTheEnd = new HashMap<>();

    @BeforeEach
    void aDayToConfirm() {
        when(programme.confirmBy(CASE)).thenReturn(Date.from(Instant.now().plus(Duration.ofHours(24))));
        doAnswer(call -> {
                    seenAtTheEnd.putAll(((DelegateExecution) call.getArgument(0)).getVariables());
                    return null;
                })
                .when(interruption)
                .discontinue(any());
    }

    private ProcessInstance requestedFor(boolean enrolled) {
        when(interruption.enrolled(CASE)).thenReturn(enrolled);
        return engine.start(Map.of("caseNumber", CASE, "startedBy", "coach1"));
    }

    private static Map<String, Object> confirmed() {
        return Map.of("confirmed", "yes", "ground", "moved", "explanation", "Flyttar till Umeå");
    }

    @Test
    void theStarterConfirmsBeforeAnythingHappens() {
        ProcessInstance process = requestedFor(true);

        assertThat(process).isWaitingAt("userTask_confirm").task().isAssignedTo("coach1");
        verify(interruption, never()).discontinue(any());
    }

    @Test
    void anEnrolledParticipantIsDiscontinuedAndTheExplanationIsNotPassedOn() {
        ProcessInstance process = requestedFor(true);
        engine.complete("userTask_confirm", confirmed());

        assertThat(process).isEnded().hasPassed("endEvent_discontinued");
        verify(interruption).record(any());
        verify(interruption, never()).withdraw(any());
        org.assertj.core.api.Assertions.assertThat(seenAtTheEnd)
                .containsEntry("caseNumber", CASE)
                .containsEntry("ground", "moved")
                .doesNotContainKey("explanation");
    }

    @Test
    void aParticipantWhoIsNotEnrolledYetHasTheReferralWithdrawn() {
        ProcessInstance process = requestedFor(false);
        engine.complete("userTask_confirm", confirmed());

        assertThat(process).isEnded().hasPassed("endEvent_withdrawn");
        verify(interruption).withdraw(any());
        verify(interruption, never()).discontinue(any());
    }

    @Test
    void aRequestForTheWrongPersonChangesNothing() {
        ProcessInstance process = requestedFor(true);
        engine.complete("userTask_confirm", Map.of("confirmed", "no"));

        assertThat(process).isEnded().hasPassed("endEvent_notConfirmed").hasNotPassed("endEvent_discontinued");
        verify(letter, never()).toStarter(any(), any(), any());
    }

    @Test
    void aRequestThatIsNotConfirmedInTimeIsDroppedAndStarterCoachAndLeadAreTold() {
        ProcessInstance process = requestedFor(true);
        engine.fire("timer_notConfirmed");

        assertThat(process).isEnded().hasPassed("sendTask_tellDropped", "endEvent_notConfirmed");
        verify(interruption, never()).discontinue(any());
        verify(letter).toStarter(any(), eq("interruption-dropped"), eq("coach1"));
        verify(letter).toCoach(any(), eq("interruption-dropped"));
        verify(letter).toLead(any(), eq("interruption-dropped"));
    }
}

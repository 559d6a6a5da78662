package se.samsteg.response;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
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
import se.samsteg.letter.Letter;
import se.samsteg.programme.Settings;

class ResponseProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final Settings.Unit JOBBTORG =
            new Settings.Unit("jobbtorg", "Jobbtorg", null, "jobbtorg@samsteg.example");
    private static final Date LATER = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("response");

    private final Response response = engine.mock("response", Response.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    private ProcessInstance process;

    @BeforeEach
    void theReferralBackIsSent() {
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(casefile.coachWithAccount(CASE)).thenReturn("coach.ek");
        when(casefile.caseworker(CASE, "plan")).thenReturn("handlaggare.fk");
        when(response.answersReminder(CASE)).thenReturn(LATER);
        when(response.answersDue(CASE)).thenReturn(LATER);
        process = engine.start(CASE);
    }

    private void receive(String accepted) {
        assertThat(engine.task("userTask_receiveReferralBack")).isAssignedTo("handlaggare.fk");
        engine.complete("userTask_receiveReferralBack", Map.of("accepted", accepted));
        verify(response).recordReceipt(any());
    }

    private void answer(boolean settled) {
        when(response.settled(CASE)).thenReturn(settled);
        engine.complete("userTask_answerRecommendations", Map.of());
    }

    @Test
    void whatTheUnitTakesOverIsAnswered() {
        receive("yes");
        assertThat(engine.task("userTask_answerRecommendations")).isAssignedTo("handlaggare.fk");
        answer(true);
        verify(response).recordAnswers(any());
        verify(response, never()).recordReceiver(any());
        assertThat(process).isEnded().hasPassed("endEvent_answered");
    }

    @Test
    void whereTheUnitDoesNotTakeOverTheCoachFindsAnother() {
        receive("no");
        assertThat(process).isWaitingAtExactly("userTask_findReceiver");
        assertThat(engine.task("userTask_findReceiver")).isAssignedTo("coach.ek");
        verify(response).refusal(CASE);
        when(response.unitToTell(CASE)).thenReturn(JOBBTORG);
        engine.complete("userTask_findReceiver", Map.of("found", "yes"));
        verify(response).recordReceiver(any());
        verify(letter).toReceiver(any(), eq("exit-handover"), eq(JOBBTORG));
        assertThat(process).isWaitingAtExactly("userTask_answerRecommendations");
    }

    @Test
    void whereNoUnitIsWrittenToTheAnswersAreAwaitedAllTheSame() {
        receive("yes");
        verify(letter).toReceiver(any(), eq("exit-handover"), isNull());
        assertThat(process).isWaitingAtExactly("userTask_answerRecommendations");
    }

    @Test
    void whereTheProgrammeHoldsAMeetingTheUnitIsMetBeforeTheAnswers() {
        when(response.meets(CASE)).thenReturn(true);
        when(response.receivingUnit(CASE)).thenReturn("AF Botkyrka, Anna");
        receive("yes");
        assertThat(engine.task("userTask_holdMeeting")).isAssignedTo("coach.ek");
        engine.complete("userTask_holdMeeting", Map.of("held", "yes", "accepted", "yes"));
        verify(response).recordMeeting(any());
        assertThat(process).isWaitingAtExactly("userTask_answerRecommendations");
    }

    @Test
    void whereTheUnitSaysNoWhenTheyMeetTheCoachFindsAnother() {
        when(response.meets(CASE)).thenReturn(true);
        receive("yes");
        engine.complete("userTask_holdMeeting", Map.of("held", "yes", "accepted", "no"));
        assertThat(process).isWaitingAtExactly("userTask_findReceiver");
        engine.complete("userTask_findReceiver", Map.of("found", "no"));
        assertThat(process).isWaitingAtExactly("userTask_answerRecommendations");
    }

    @Test
    void aMeetingThatIsNotHeldHoldsNothingUp() {
        when(response.meets(CASE)).thenReturn(true);
        receive("yes");
        engine.complete("userTask_holdMeeting", Map.of("held", "no"));
        assertThat(process).isWaitingAtExactly("userTask_answerRecommendations");
    }

    @Test
    void whatIsNotAnsweredYetIsAskedAgain() {
        receive("yes");
        answer(false);
        assertThat(engine.task("userTask_answerRecommendations")).isAssignedTo("handlaggare.fk");
        verify(response, times(2)).answered(CASE);
        answer(false);
        answer(true);
        assertThat(process).isEnded();
    }

    @Test
    void theCaseworkerIsRemindedOfTheAnswersAndThenTheLeadIsTold() {
        receive("yes");
        engine.fire("timer_answersReminder");
        verify(letter).toCaseworker(any(), eq("exit-answers-reminder"));
        engine.fire("timer_answersOverdue");
        verify(letter).toLead(any(), eq("exit-answers-overdue"));
        assertThat(process)
                .hasPassed("endEvent_caseworkerReminded", "endEvent_leadTold")
                .isWaitingAt("userTask_answerRecommendations");
    }

    @Test
    void anExitThatIsUndoneNeedsNoAnswer() {
        receive("yes");
        engine.correlate("exit.undone");
        verify(letter).toCaseworker(any(), eq("exit-undone"));
        verify(letter).toToldReceivers(any(), eq("exit-handover-undone"), eq("exit-handover"));
        assertThat(process).isEnded().hasPassed("endEvent_withdrawn");
    }
}

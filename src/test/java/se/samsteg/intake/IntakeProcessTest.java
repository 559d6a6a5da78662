package se.samsteg.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsteg.admission.Admission;
import se.samsteg.alert.Alert;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class IntakeProcessTest {

    private static final String CASE = "AMA-2026-0001";
    private static final Date LATER = Date.from(Instant.parse("2099-01-08T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("intake").callingAndWaiting("admission");

    private final Intake intake = engine.mock("intake", Intake.class);
    private final Admission admission = engine.mock("admission", Admission.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Alert alert = engine.mock("alert", Alert.class);

    @BeforeEach
    void aReferralThatMeetsTheCriteria() {
        when(casefile.coach(CASE)).thenReturn("coach.lind");
        when(intake.appointedBy(CASE)).thenReturn(List.of("programme-lead"));
        when(intake.bookingDue(CASE)).thenReturn(LATER);
        when(intake.talkDay(CASE)).thenReturn(LATER);
        when(intake.noContactDue(CASE)).thenReturn(LATER);
    }

    private ProcessInstance takenUp() {
        ProcessInstance process = engine.start(CASE);
        engine.complete("userTask_appoint", Map.of("decision", "take-up", "coach", "coach.lind"));
        return process;
    }

    private ProcessInstance placed() {
        ProcessInstance process = takenUp();
        engine.correlate("admission.done");
        return process;
    }

    private ProcessInstance booked() {
        ProcessInstance process = placed();
        engine.complete("userTask_bookTalk", Map.of("answer", "accepted"));
        return process;
    }

    @Test
    void theLeadAppointsTheCoachWhoBooksAndHoldsTheTalkAndThePersonIsEnrolled() {
        ProcessInstance process = engine.start(CASE);
        assertThat(engine.task("userTask_appoint")).hasCandidateGroup("programme-lead");

        engine.complete("userTask_appoint", Map.of("decision", "take-up", "coach", "coach.lind"));
        verify(intake).recordAppointment(any());
        engine.correlate("admission.done");
        assertThat(engine.task("userTask_bookTalk")).isAssignedTo("coach.lind");
        engine.complete("userTask_bookTalk", Map.of("answer", "accepted", "talkPlace", "Medborgarkontoret"));
        verify(intake).recordBooking(any());
        verify(letter).toCaseworker(any(), eq("intake-booked"));
        assertThat(engine.task("userTask_holdTalk")).hasDueDate(LATER);
        engine.complete("userTask_holdTalk", Map.of("outcome", "held", "result", "taken-in", "expectation", "Arbete"));

        verify(intake).recordTalk(any());
        assertThat(process).isEnded().hasPassed("endEvent_enrolled");
        verify(admission, never()).freePlace(any());
    }

    @Test
    void whereTheRuleOfTheProgrammeAppointsTheCoachNoMemberOfStaffIsAsked() {
        when(intake.appointByRule(any())).thenReturn(true);

        ProcessInstance process = engine.start(CASE);

        assertThat(process).isWaitingAt("callActivity_admission").hasNotPassed("userTask_appoint");
        engine.correlate("admission.done");
        assertThat(engine.task("userTask_bookTalk")).isAssignedTo("coach.lind");
    }

    @Test
    void whereTheProgrammeIsFullTheReferralWaitsBeforeTheTalk() {
        ProcessInstance process = takenUp();

        assertThat(process).isWaitingAt("callActivity_admission").hasNotPassed("userTask_bookTalk");
        engine.correlate("admission.done");
        assertThat(process).isWaitingAt("subProcess_talk");
    }

    private void assertNotTakenIn(ProcessInstance process) {
        assertThat(process).isEnded().hasPassed("endEvent_notTakenIn");
        var inOrder = inOrder(admission, intake, letter, casefile);
        inOrder.verify(admission).freePlace(CASE);
        inOrder.verify(intake).drawUpRecommendation(CASE);
        inOrder.verify(letter).toCaseworker(any(), eq("intake-not-taken-in"));
        inOrder.verify(casefile).close(any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "join"})
    void aReferralThatIsNotTakenUpIsAnsweredWithARecommendation(String decision) {
        ProcessInstance process = engine.start(CASE);

        engine.complete("userTask_appoint", Map.of("decision", decision, "reason", "language"));

        assertNotTakenIn(process);
    }

    @Test
    void aPersonWhoDoesNotAnswerIsTriedAgain() {
        ProcessInstance process = placed();

        engine.complete("userTask_bookTalk", Map.of("answer", "no-answer"));

        assertThat(process).isWaitingAt("subProcess_talk").hasNotPassed("sendTask_tellBooked");
        assertThat(engine.engine()
                        .getTaskService()
                        .getVariable(engine.task("userTask_bookTalk").getId(), "answer"))
                .isNull();
        verify(letter, never()).toCaseworker(any(), eq("intake-booked"));
    }

    @Test
    void aPersonWhoDeclinesTheTalkLeavesThePlaceToTheNext() {
        ProcessInstance process = placed();

        engine.complete("userTask_bookTalk", Map.of("answer", "declined"));

        assertNotTakenIn(process);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved", "excused", "absent"})
    void aTalkThatWasNotHeldIsBookedAnewAndTheCaseworkerIsToldAgain(String outcome) {
        ProcessInstance process = booked();

        engine.complete("userTask_holdTalk", Map.of("outcome", outcome));
        engine.complete("userTask_bookTalk", Map.of("answer", "accepted"));

        assertThat(engine.task("userTask_holdTalk")).isNotNull();
        verify(letter, times(2)).toCaseworker(any(), eq("intake-booked"));
        assertThat(process).isWaitingAt("subProcess_talk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-now", "declines"})
    void aPersonWhoIsNotTakenInAtTheTalkLeavesThePlaceToTheNext(String result) {
        ProcessInstance process = booked();

        engine.complete("userTask_holdTalk", Map.of("outcome", "held", "result", result));

        assertNotTakenIn(process);
    }

    @Test
    void theLeadIsToldOfAPersonWhoIsNotMetUntilTheTalkHasBeenHeld() {
        booked();
        engine.fire("timer_noContact");
        verify(alert).raise(any(), eq("no-contact"));
        verify(alert, never()).settle(any(), any());

        engine.complete("userTask_holdTalk", Map.of("outcome", "held", "result", "taken-in"));

        verify(alert).settle(any(), eq("no-contact"));
    }

    @Test
    void nothingThatIsTypedReachesTheProcess() {
        ProcessInstance process = booked();

        assertThat(engine.engine().getRuntimeService().getVariables(process.getId()))
                .containsOnlyKeys("caseNumber", "appointed", "decision", "answer");
    }
}

package se.samsteg.coaching;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
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
import se.samsteg.activity.Activity;
import se.samsteg.alert.Alert;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class CoachingProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final Date LATER = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("coaching").calling("stay");

    private final Coaching coaching = engine.mock("coaching", Coaching.class);
    private final Activity activity = engine.mock("activity", Activity.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Alert alert = engine.mock("alert", Alert.class);

    private ProcessInstance process;

    @BeforeEach
    void aCaseIsCoached() {
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(casefile.participant(CASE)).thenReturn("Anna Ek");
        when(coaching.noContactDue(CASE)).thenReturn(LATER);
        when(coaching.planReviewOverdue(CASE)).thenReturn(LATER);
        when(coaching.checkInDue(CASE)).thenReturn(LATER);
        when(coaching.longestStayDue(CASE)).thenReturn(LATER);
        when(coaching.planReviewCycle(CASE)).thenReturn("R/2099-01-01T08:00:00/P84D");
        process = engine.start(CASE);
    }

    private void talk(boolean beginExit) {
        engine.complete("userTask_holdTalk", Map.of("beginExit", beginExit));
    }

    @Test
    void oneTalkFollowsAnotherAlsoWhenTheExitHasBegunOrIsUndone() {
        assertThat(engine.task("userTask_holdTalk")).isAssignedTo("coach.ek");
        verify(activity).currentStep(CASE);
        talk(false);
        assertThat(process).isWaitingAt("userTask_holdTalk").hasNotPassed("endEvent_exitDecided");
        talk(true);
        verify(coaching).changeExit(any());
        assertThat(process).isWaitingAt("userTask_holdTalk").hasPassed("endEvent_exitDecided");
        engine.complete("userTask_holdTalk", Map.of("undoExit", true));
        verify(coaching, org.mockito.Mockito.times(2)).changeExit(any());
        assertThat(process).isWaitingAt("userTask_holdTalk");
        verify(coaching, org.mockito.Mockito.times(3)).recordTalk(any());
    }

    @Test
    void theNoContactAlertIsSettledWhenTheParticipantHasBeenMet() {
        engine.fire("timer_noContact");
        verify(alert).raise(any(), eq("no-contact"));
        assertThat(process).hasPassed("endEvent_noContactTold").isWaitingAt("userTask_holdTalk");
        talk(false);
        verify(alert).settleIf(eq(false), any(), eq("no-contact"));
        when(coaching.met(CASE)).thenReturn(true);
        talk(false);
        verify(alert).settleIf(eq(true), any(), eq("no-contact"));
    }

    @Test
    void theLeadHearsOfAPlanReviewThatIsOverdueUntilItIsDone() {
        engine.fire("startEvent_planReview");
        engine.fire("timer_planReviewOverdue");
        verify(alert).raise(any(), eq("plan-review"));
        assertThat(process).hasPassed("endEvent_planReviewTold").isWaitingAt("userTask_reviewPlan");
        verify(alert, org.mockito.Mockito.never()).settle(any(), any());
        engine.complete("userTask_reviewPlan", Map.of());
        verify(alert).settle(any(), eq("plan-review"));
    }

    @Test
    void thePlanIsReviewedTimeAndAgain() {
        engine.fire("startEvent_planReview");
        engine.complete("userTask_reviewPlan", Map.of());
        engine.fire("startEvent_planReview");
        engine.complete("userTask_reviewPlan", Map.of());
        verify(coaching, org.mockito.Mockito.times(2)).recordPlanReview(any());
        assertThat(process).hasPassed("endEvent_planReviewed").isWaitingAt("userTask_holdTalk");
    }

    @Test
    void aPlanReviewThatIsLeftUndoneGetsNoSecondBesideIt() {
        engine.fire("startEvent_planReview");
        when(coaching.planReviewOpen(any())).thenReturn(true);
        engine.fire("startEvent_planReview");
        engine.complete("userTask_reviewPlan", Map.of());
        assertThat(process).isWaitingAt("userTask_holdTalk");
        verify(coaching).recordPlanReview(any());
    }

    @Test
    void theStartIsCheckedAndACompletePlanNeedsNoMore() {
        engine.fire("startEvent_checkIn");
        engine.complete("userTask_checkIn", Map.of());
        verify(coaching).recordCheckIn(any());
        assertThat(process).hasPassed("endEvent_startCheckedIn").hasNotPassed("userTask_completePlan");
    }

    @Test
    void aPreliminaryPlanIsCompleted() {
        when(coaching.planPreliminary(CASE)).thenReturn(true);
        engine.fire("startEvent_checkIn");
        engine.complete("userTask_checkIn", Map.of());
        engine.complete("userTask_completePlan", Map.of());
        verify(coaching).recordPlanCompletion(any());
        assertThat(process).hasPassed("userTask_completePlan", "endEvent_startCheckedIn");
    }

    @Test
    void theLongestStayIsToldAndItsEndPrepared() {
        engine.fire("startEvent_longestStay");
        assertThat(process)
                .hasPassed("callActivity_stay", "endEvent_endPrepared")
                .isWaitingAt("userTask_holdTalk");
    }

    @Test
    void whatIsOpenBesideTheTalksGoesOnWhenTheExitBegins() {
        engine.fire("startEvent_planReview");
        talk(true);
        assertThat(process).isWaitingAt("userTask_holdTalk", "userTask_reviewPlan");
    }
}

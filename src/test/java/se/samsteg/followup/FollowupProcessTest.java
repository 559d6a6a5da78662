package se.samsteg.followup;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class FollowupProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final String EXIT = "2026-12-31";
    private static final Date LATER = Date.from(Instant.now().plus(300, ChronoUnit.DAYS));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("followup");

    private final Followup followup = engine.mock("followup", Followup.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    @BeforeEach
    void aCaseHasEnded() {
        engine.mock("casefile", CasePhase.class);
        when(followup.coach(CASE)).thenReturn("coach.ek");
        when(followup.contactDays(any())).thenReturn(List.of("2027-01-31", "2027-03-31"));
        when(followup.contactDay(any())).thenReturn(LATER);
        when(followup.anniversaryNear(CASE, EXIT)).thenReturn(LATER);
        when(followup.anniversary(CASE, EXIT)).thenReturn(LATER);
        when(followup.firstReminder(CASE, EXIT)).thenReturn(LATER);
        when(followup.secondReminder(CASE, EXIT)).thenReturn(LATER);
        when(followup.overdue(CASE, EXIT)).thenReturn(LATER);
    }

    private ProcessInstance start() {
        return engine.start(Map.of("caseNumber", CASE, "exitOn", EXIT));
    }

    private ProcessInstance startAndWaitAYear() {
        ProcessInstance process = start();
        engine.fire("timer_anniversaryNear");
        engine.fire("timer_anniversary");
        return process;
    }

    private void attempt(String reached) {
        engine.complete("userTask_followUpOneYear", Map.of("reached", reached));
    }

    @Test
    void theCoachIsToldBeforeTheAnniversaryAndAsksOnTheDay() {
        ProcessInstance process = startAndWaitAYear();
        verify(letter).toCoach(any(), eq("followup-soon"));
        assertThat(engine.task("userTask_followUpOneYear")).isAssignedTo("coach.ek");
        attempt("yes");
        verify(followup).recordOneYear(any());
        assertThat(process).isEnded().hasPassed("endEvent_answered").hasNotPassed("endEvent_missing");
    }

    @Test
    void whereTheCoachHasLeftTheLeadFollowsUp() {
        when(followup.coach(CASE)).thenReturn(null);
        startAndWaitAYear();
        assertThat(engine.task("userTask_followUpOneYear")).isNotAssigned().hasCandidateGroup("programme-lead");
    }

    @Test
    void afterTheLastAttemptTheAnswerIsMissingAndNotBad() {
        when(followup.moreAttempts(CASE)).thenReturn(true, true, false);
        ProcessInstance process = startAndWaitAYear();
        attempt("no");
        attempt("no");
        assertThat(process).isWaitingAt("userTask_followUpOneYear");
        attempt("no");
        assertThat(process).isEnded().hasPassed("endEvent_missing").hasNotPassed("endEvent_answered");
        verify(followup, times(3)).recordOneYear(any());
    }

    @Test
    void theCoachIsRemindedTwiceAndThenTheLeadIsTold() {
        ProcessInstance process = startAndWaitAYear();
        engine.fire("timer_firstReminder");
        engine.fire("timer_secondReminder");
        verify(letter, times(2)).toCoach(any(), eq("followup-reminder"));
        engine.fire("timer_overdue");
        verify(letter).toLead(any(), eq("followup-overdue"));
        assertThat(process)
                .hasPassed("endEvent_coachReminded", "endEvent_leadTold")
                .isWaitingAt("userTask_followUpOneYear");
    }

    @Test
    void contactsThinOutOneAfterTheOther() {
        ProcessInstance process = start();
        engine.fire("timer_contact");
        engine.complete("userTask_contact", Map.of());
        verify(followup).contactDay("2027-01-31");
        engine.fire("timer_contact");
        engine.complete("userTask_contact", Map.of());
        verify(followup).contactDay("2027-03-31");
        verify(followup, times(2)).recordContact(any());
        assertThat(process).hasPassed("endEvent_contactsMade").isWaitingAt("timer_anniversaryNear");
    }
}

package se.samsteg.renewal;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
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

class RenewalProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final String LAST_DAY = "2027-05-01";
    private static final Date LATER = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("renewal");

    private final Renewal renewal = engine.mock("renewal", Renewal.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    @BeforeEach
    void aConsentThatRunsOutInMay() {
        when(renewal.due(any())).thenReturn(LATER);
        when(renewal.dueOn(LAST_DAY)).thenReturn(LATER);
        when(renewal.runsOut(LAST_DAY)).thenReturn(LATER);
        when(renewal.runsOutForCaseworker(CASE)).thenReturn(LATER);
        when(renewal.lastDay(CASE)).thenReturn(LAST_DAY);
        when(renewal.renewer(CASE)).thenReturn("coach.ek");
        when(renewal.renewerGroups(CASE)).thenReturn(List.of());
    }

    private ProcessInstance watching() {
        return engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("consent.given")
                .processInstanceBusinessKey(CASE)
                .setVariable("caseNumber", CASE)
                .correlateStartMessage();
    }

    private ProcessInstance asked() {
        ProcessInstance process = watching();
        engine.fire("timer_runsOutSoon");
        return process;
    }

    @Test
    void theCoachIsRemindedInTimeAndAConsentThatIsRenewedIsWatchedOverAgain() {
        ProcessInstance process = asked();

        verify(renewal).remind(any());
        assertThat(engine.task("userTask_renew")).isAssignedTo("coach.ek");
        assertThat(process).variables().containsOnlyKeys("caseNumber", "lastDay");
        engine.complete("userTask_renew", Map.of("answer", "renewed"));

        verify(renewal).recordAnswer(any());
        verify(renewal).watchOn(any());
        assertThat(process).isEnded().hasPassed("endEvent_renewed");
    }

    @Test
    void aConsentThatIsDeclinedIsLeftToRunOut() {
        ProcessInstance process = asked();
        engine.complete("userTask_renew", Map.of("answer", "declined"));

        verify(renewal).watchUntilRunOut(any());
        verify(letter, never()).toCoach(any(), any());
        assertThat(process).isEnded().hasPassed("endEvent_declined");
    }

    @Test
    void whatHasRunOutIsNotSharedAndTheCoachIsToldOnce() {
        ProcessInstance process = watching();
        when(renewal.hasRunOut(any())).thenReturn(true);
        engine.fire("timer_runsOutSoon");

        var order = inOrder(letter, renewal);
        order.verify(renewal).stopSharing(CASE);
        order.verify(letter).toCoach(any(), eq("renewal-ran-out"));
        order.verify(renewal).watchOn(any());
        assertThat(process).isEnded().hasPassed("endEvent_ranOut");
        verify(renewal, never()).remind(any());
    }

    @Test
    void aParticipantWhoIsNotReachedByTheLastDayHasSharedNothingMore() {
        ProcessInstance process = asked();
        engine.fire("timer_lastDay");

        verify(renewal).stopSharing(CASE);
        assertThat(process).isEnded().hasPassed("serviceTask_stopSharing", "endEvent_ranOut");
    }

    @Test
    void consentsThatChangeWhileTheProcessWaitsAreWatchedAnew() {
        ProcessInstance process = watching();
        engine.correlate("consent.changed");

        verify(renewal).watchAnew(any());
        assertThat(process).isEnded().hasPassed("endEvent_watchedAnew");
    }

    @Test
    void consentsThatChangeTakeTheTaskAwayAndAreWatchedAnew() {
        ProcessInstance process = asked();
        engine.correlate("consent.changed");

        verify(renewal).watchAnew(any());
        assertThat(process).isEnded().hasPassed("endEvent_watchedAnewMeanwhile").hasNotPassed("endEvent_renewed");
    }

    @Test
    void aNewConsentIsRegisteredAndWatchedOver() {
        ProcessInstance process = engine.start(Map.of("caseNumber", CASE));

        var order = inOrder(renewal);
        order.verify(renewal).give(any());
        order.verify(renewal).watch(any());
        assertThat(process).isEnded().hasPassed("endEvent_shared");
    }

    @Test
    void consentsOfAClosedCaseRunOutWithoutReminders() {
        ProcessInstance process = watching();
        engine.correlate("case.closed");
        assertThat(process).isWaitingAt("timer_caseworkerRunsOut");
        when(renewal.inForceForCaseworker(CASE)).thenReturn(true, false);
        engine.fire("timer_caseworkerRunsOut");
        assertThat(process).isWaitingAt("timer_caseworkerRunsOut");
        engine.fire("timer_caseworkerRunsOut");

        verify(casefile, times(2)).relieveCaseworker(CASE);
        verify(renewal, never()).remind(any());
        assertThat(process).isEnded().hasPassed("endEvent_closed");
    }
}

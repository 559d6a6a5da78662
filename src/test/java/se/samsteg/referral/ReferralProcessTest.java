package se.samsteg.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class ReferralProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("referral");

    private final Referral referral = engine.mock("referral", Referral.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Programme programme = engine.mock("programme", Programme.class);

    @BeforeEach
    void aReferredCase() {
        when(casefile.caseworker("SB-2026-0001")).thenReturn("handlaggare.fk");
        when(casefile.participant("SB-2026-0001")).thenReturn("Anna Ek, född 1980");
        when(programme.completionDue("SB-2026-0001")).thenReturn(Date.from(Instant.parse("2026-12-06T07:00:00Z")));
        when(programme.completionReminder("SB-2026-0001")).thenReturn(Date.from(Instant.parse("2026-11-29T07:00:00Z")));
        when(programme.exceptionDue("SB-2026-0001")).thenReturn(Date.from(Instant.parse("2026-11-30T07:00:00Z")));
        when(programme.exceptionReminders("SB-2026-0001")).thenReturn("R/2026-11-26T08:00:00/P2D");
        when(referral.unmet("SB-2026-0001")).thenReturn("Personen är inte folkbokförd i kommunen.");
        when(referral.asItStands("SB-2026-0001"))
                .thenReturn(Map.of(
                        "municipality",
                        "0126",
                        "authorities",
                        List.of("af", "fk"),
                        "longLastingHealthProblems",
                        true,
                        "noFootholdOnLabourMarket",
                        true));
    }

    private void criteria(boolean resident) {
        when(referral.decision("SB-2026-0001")).thenReturn("eligibility");
        when(referral.criteria("SB-2026-0001"))
                .thenReturn(Variables.untypedValue(
                        Map.of(
                                "age",
                                46,
                                "minimumAge",
                                18,
                                "maximumAge",
                                64,
                                "resident",
                                resident,
                                "authorities",
                                List.of("af", "fk"),
                                "authoritiesNeeded",
                                2,
                                "longLastingHealthProblems",
                                true,
                                "noFootholdOnLabourMarket",
                                true),
                        true));
    }

    @Test
    void aReferralThatMeetsTheCriteriaIsAcceptedAndConfirmed() {
        criteria(true);
        ProcessInstance process = engine.start("SB-2026-0001");

        assertThat(process).isEnded().hasPassed("sendTask_confirm", "endEvent_accepted");
        verify(letter).toCaseworker(any(), eq("referral-receipt"));
    }

    @Test
    void aReferralThatDoesNotMeetTheCriteriaGoesBackToItsCaseworkerAndIsTriedAgain() {
        criteria(false);
        ProcessInstance process = engine.start("SB-2026-0001");

        assertThat(process).isWaitingAt("userTask_correct");
        assertThat(engine.task("userTask_correct").getAssignee()).isEqualTo("handlaggare.fk");
        assertThat(engine.engine()
                        .getTaskService()
                        .getVariable(engine.task("userTask_correct").getId(), "municipality"))
                .isEqualTo("0126");

        engine.fire("timer_reminder");
        verify(letter).toCaseworker(any(), eq("referral-correction-reminder"));

        criteria(true);
        engine.complete("userTask_correct", Map.of("withdrawn", false));
        assertThat(process).isEnded().hasPassed("endEvent_accepted", "endEvent_reminded");
        verify(referral).recordCorrection(any());
    }

    @Test
    void aReferralCanBeWithdrawnInsteadOfCorrected() {
        criteria(false);
        ProcessInstance process = engine.start("SB-2026-0001");
        engine.complete("userTask_correct", Map.of("withdrawn", true));

        assertThat(process).isEnded().hasPassed("endEvent_withdrawn");
    }

    @Test
    void theLeadDecidesOnAnExceptionThatTheCaseworkerAsksForAndIsReminded() {
        criteria(false);
        ProcessInstance process = engine.start("SB-2026-0001");
        when(referral.needsException("SB-2026-0001")).thenReturn(true);
        when(referral.exceptionAsked("SB-2026-0001")).thenReturn("Flyttar hit.");
        engine.complete("userTask_correct", Map.of("withdrawn", false));

        assertThat(process).isWaitingAt("userTask_decide");
        assertThat(engine.task("userTask_decide")).hasDueDate(Date.from(Instant.parse("2026-11-30T07:00:00Z")));
        assertThat(engine.engine()
                        .getTaskService()
                        .getVariable(engine.task("userTask_decide").getId(), "asked"))
                .isEqualTo("Flyttar hit.");
        engine.fire("timer_decisionReminder");
        verify(letter).toLead(any(), eq("referral-decision-reminder"));

        engine.complete("userTask_decide", Map.of("letThrough", true));
        assertThat(process).isEnded().hasPassed("endEvent_decisionReminded", "endEvent_letThrough");
    }

    @Test
    void afterFourteenDaysTheLeadMayLetTheReferralThrough() {
        criteria(false);
        ProcessInstance process = engine.start("SB-2026-0001");
        engine.fire("timer_overdue");
        engine.complete("userTask_decide", Map.of("letThrough", true));

        assertThat(process).isEnded().hasPassed("endEvent_letThrough");
        verify(referral).recordDecision(any());
    }

    @Test
    void afterFourteenDaysTheLeadMayReturnTheReferral() {
        criteria(false);
        ProcessInstance process = engine.start("SB-2026-0001");
        engine.fire("timer_overdue");
        engine.complete("userTask_decide", Map.of("letThrough", false));

        assertThat(process).isEnded().hasPassed("endEvent_returned");
        verify(letter).toCaseworker(any(), eq("referral-returned"));
    }
}

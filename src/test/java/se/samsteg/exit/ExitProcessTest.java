package se.samsteg.exit;

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
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.followup.Followup;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Settings;
import se.samsteg.response.Response;

class ExitProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final Date LATER = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

    /** What the diagram asks of other phases at the exit date. */
    public interface Admission {
        void freePlace(String caseNumber);
    }

    public interface Group {
        void leave(String caseNumber);
    }

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("exit");

    private final Exit exit = engine.mock("exit", Exit.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Admission admission = engine.mock("admission", Admission.class);
    private final Followup followup = engine.mock("followup", Followup.class);
    private final Response response = engine.mock("response", Response.class);

    private ProcessInstance process;

    @BeforeEach
    void exitBegins() {
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(casefile.mayTellCaseworker(CASE, "plan")).thenReturn(true);
        when(exit.exitDay("2026-12-31")).thenReturn(LATER);
        process = engine.start(CASE);
    }

    private void write() {
        assertThat(engine.task("userTask_measure")).isAssignedTo("coach.ek");
        engine.complete("userTask_measure", Map.of());
        engine.complete("userTask_recordOutcome", Map.of("exitOn", "2026-12-31"));
        engine.complete("userTask_writeReferralBack", Map.of());
    }

    private void decide(String decision) {
        engine.complete("userTask_approveReferralBack", Map.of("decision", decision));
    }

    @Test
    void theReferrerIsToldOfAnApprovedReferralBackAndItsAnswersHaveAProcessOfTheirOwn() {
        write();
        engine.fire("timer_exitDay");
        verify(response, never()).begin(any());
        decide("approve");
        assertThat(process).isEnded().hasPassed("endEvent_exited");
        var order = inOrder(letter, response);
        order.verify(letter).toCaseworker(any(), eq("exit-done"));
        order.verify(response).begin(any());
        verify(exit).recordMeasurement(any());
        verify(exit).recordOutcome(any());
        verify(exit).recordReferralBack(any());
        verify(exit).recordApproval(any());
    }

    @Test
    void whatTheLeadSendsBackIsWrittenAgain() {
        write();
        assertThat(engine.task("userTask_approveReferralBack")).hasCandidateGroup("programme-lead");
        decide("send-back");
        engine.complete("userTask_writeReferralBack", Map.of());
        verify(exit, times(2)).draft(CASE);
        verify(exit, times(2)).text(CASE);
        decide("approve");
        assertThat(process).hasPassed("endEvent_exited").isWaitingAt("timer_exitDay");
    }

    @Test
    void thePlaceIsKeptUntilTheExitDateAndFreeFromThenHoweverLongTheLettersTake() {
        write();
        verify(admission, never()).freePlace(any());

        engine.fire("timer_exitDay");

        var order = inOrder(exit, admission, followup);
        order.verify(exit).closeCase(CASE);
        order.verify(admission).freePlace(CASE);
        order.verify(followup).begin(any());
    }

    @Test
    void withoutConsentTheReferralBackStaysInTheFileAndTheCoachIsToldWhyWhileTheExitGoesOn() {
        when(casefile.mayTellCaseworker(CASE, "plan")).thenReturn(false);
        when(casefile.whyNotTellCaseworker(CASE, "plan")).thenReturn("Samtycket är återkallat");
        write();
        decide("approve");

        verify(letter).toCoach(any(), eq("exit-not-shared"), eq("Samtycket är återkallat"));
        verify(letter, never()).toCaseworker(any(), any());
        verify(response, never()).begin(any());
        assertThat(process).isWaitingAt("timer_exitDay");
        engine.fire("timer_exitDay");
        assertThat(process).isEnded().hasPassed("endEvent_notShared", "endEvent_followupBegun");
    }

    @Test
    void aPartyThatTakesOverIsToldOnTheExitDate() {
        Settings.Unit jobbtorg = new Settings.Unit("jobbtorg", "Jobbtorg", null, "jobbtorg@stad.example");
        when(exit.handsOver(CASE)).thenReturn(true);
        when(exit.receiver(CASE)).thenReturn(jobbtorg);
        write();
        verify(letter, never()).toReceiver(any(), any(), any());
        engine.fire("timer_exitDay");
        verify(letter).toReceiver(any(), eq("exit-handover"), eq(jobbtorg));
        verify(followup).begin(any());
        assertThat(process).hasPassed("endEvent_handedOver").hasNotPassed("endEvent_followupBegun");
    }

    @Test
    void aDiscontinuedParticipationIsPrefilled() {
        engine.complete("userTask_measure", Map.of());
        verify(exit).ground(any());
        verify(exit).mainOutcome(any());
    }
}

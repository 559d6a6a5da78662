package se.samsteg.consent;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class ConsentProcessTest {

    private static final String CASE = "SB-2026-0001";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("consent");

    private final Consent consent = engine.mock("consent", Consent.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Programme programme = engine.mock("programme", Programme.class);

    private ProcessInstance process;

    @BeforeEach
    void withdrawalRequested() {
        when(programme.confirmBy(CASE)).thenReturn(Date.from(Instant.now().plus(Duration.ofHours(24))));
        engine.mock("casefile", CasePhase.class);
        process = engine.start(Map.of("caseNumber", CASE, "startedBy", "coach1"));
    }

    @Test
    void aConfirmedWithdrawalTakesEverythingBackThatTheConsentAllowedAndTheCoachSettlesWhatGoesOn() {
        when(consent.leavesSomethingToSettle(CASE)).thenReturn(true);
        when(consent.coach(CASE)).thenReturn("coach.lind");
        assertThat(process).isWaitingAt("userTask_confirm").task().isAssignedTo("coach1");
        confirmed();
        assertThat(process).isWaitingAt("userTask_settleConsent");
        assertThat(engine.task("userTask_settleConsent"))
                .isAssignedTo("coach.lind")
                .hasCandidateGroupAssociated("programme-lead");
        engine.complete("userTask_settleConsent", Map.of());

        assertThat(process).isEnded().hasPassed("endEvent_settled");
        var order = inOrder(consent);
        order.verify(consent).receive(any());
        order.verify(consent).withdraw(any());
        order.verify(consent).stopSharing(CASE);
        order.verify(consent).recordSettlement(any());
    }

    private void confirmed() {
        engine.complete(
                "userTask_confirm",
                Map.of(
                        "confirmed",
                        "yes",
                        "authorities",
                        SpinValues.jsonValue("[\"af\"]").create()));
    }

    @Test
    void inACaseThatIsClosedNothingIsLeftToSettle() {
        confirmed();

        assertThat(process).isEnded().hasPassed("endEvent_stopped");
        verify(consent).stopSharing(CASE);
    }

    @Test
    void whatIsNotSettledWhenTheCaseIsClosedEndsWithIt() {
        when(consent.leavesSomethingToSettle(CASE)).thenReturn(true);
        confirmed();

        engine.correlate("case.closed");

        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
        verify(consent, never()).recordSettlement(any());
    }

    @Test
    void aRequestThatWaitsToBeConfirmedOutlivesTheCase() {
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("case.closed")
                .correlateAll();

        assertThat(process).isWaitingAt("userTask_confirm");
    }

    @Test
    void aWithdrawalForTheWrongPersonChangesNothing() {
        engine.complete("userTask_confirm", Map.of("confirmed", "no"));

        assertThat(process).isEnded().hasPassed("endEvent_notConfirmed");
        verify(consent, never()).stopSharing(any());
        verify(consent, never()).recordSettlement(any());
    }

    @Test
    void aWithdrawalThatIsNotConfirmedInTimeIsDroppedAndStarterCoachAndLeadAreTold() {
        engine.fire("timer_notConfirmed");

        assertThat(process).isEnded().hasPassed("endEvent_notConfirmed");
        verify(consent, never()).stopSharing(any());
        verify(letter).toStarter(any(), eq("consent-dropped"), eq("coach1"));
        verify(letter).toCoach(any(), eq("consent-dropped"));
        verify(letter).toLead(any(), eq("consent-dropped"));
    }
}

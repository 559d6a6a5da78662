package se.samsteg.protection;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class ProtectionProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("protection");

    private final Protection protection = engine.mock("protection", Protection.class);

    private final Letter letter = engine.mock("letter", Letter.class);
    private final Programme programme = engine.mock("programme", Programme.class);

    private ProcessInstance requested() {
        when(programme.confirmBy(CASE)).thenReturn(Date.from(Instant.now().plus(Duration.ofHours(24))));
        return engine.start(Map.of("caseNumber", CASE, "startedBy", "coach1"));
    }

    @Test
    void aRequestForTheWrongPersonChangesNothing() {
        var process = requested();
        assertThat(process).isWaitingAt("userTask_confirm").task().isAssignedTo("coach1");
        engine.complete("userTask_confirm", Map.of("confirmed", "no"));

        assertThat(process).isEnded().hasPassed("endEvent_notConfirmed");
        verify(protection, never()).conceal(any());
    }

    @Test
    void aRequestThatIsNotConfirmedInTimeIsDroppedAndStarterCoachAndLeadAreTold() {
        var process = requested();
        engine.fire("timer_notConfirmed");

        assertThat(process).isEnded().hasPassed("endEvent_notConfirmed");
        verify(protection, never()).conceal(any());
        verify(letter).toStarter(any(), eq("protection-dropped"), eq("coach1"));
        verify(letter).toCoach(any(), eq("protection-dropped"));
        verify(letter).toLead(any(), eq("protection-dropped"));
    }

    @Test
    void aConfirmedRequestConcealsThePerson() {
        var process = requested();
        engine.complete(
                "userTask_confirm",
                Map.of("confirmed", "yes", "kind", "confidentiality-marking", "since", "2026-11-02"));

        assertThat(process).isEnded().hasPassed("startEvent_requested", "endEvent_concealed");
        var inOrder = inOrder(protection);
        inOrder.verify(protection).receive(any());
        inOrder.verify(protection).record(any());
        inOrder.verify(protection).conceal(CASE);
    }

    @Test
    void aReferralThatSaysSoIsEnough() {
        var process = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("identity.protected")
                .setVariable("caseNumber", CASE)
                .correlateStartMessage();

        assertThat(process).isEnded().hasPassed("startEvent_referred", "endEvent_concealed");
        verify(protection, never()).receive(any());
        verify(protection).conceal(CASE);
    }
}

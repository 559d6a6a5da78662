package se.samsteg.consent;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class ConsentProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("consent");

    private final Consent consent = engine.mock("consent", Consent.class);

    @Test
    void aConsentIsTakenBackAtOnceAndTheCaseIsTold() {
        var process = engine.start(Map.of("caseNumber", "SB-2026-0001"));

        assertThat(process).isEnded().hasPassed("endEvent_announced");
        verify(consent).withdraw(any());
        verify(consent).announce(any());
    }
}

package se.samsteg.consent;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.Casefile;
import se.samsteg.conference.Conference;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.renewal.Renewal;

class ConsentProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("consent");

    private final Consent consent = engine.mock("consent", Consent.class);
    private final Casefile casefile = engine.mock("casefile", Casefile.class);
    private final Conference conference = engine.mock("conference", Conference.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Renewal renewal = engine.mock("renewal", Renewal.class);

    @Test
    void aConsentIsTakenBackAtOnceWithEverythingThatItAllowedAndTheCaseIsTold() {
        var process = engine.start(Map.of("caseNumber", "SB-2026-0001"));

        assertThat(process).isEnded().hasPassed("endEvent_announced");
        var order = inOrder(consent, letter, casefile, conference, renewal);
        order.verify(consent).withdraw(any());
        order.verify(letter).stopUnsent("SB-2026-0001");
        order.verify(casefile).relieveCaseworker("SB-2026-0001");
        order.verify(conference).followConsent("SB-2026-0001");
        order.verify(renewal).withdrawn("SB-2026-0001");
        order.verify(consent).announce(any());
    }
}

package se.samsteg.protection;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.group.Group;

class ProtectionProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("protection");

    private final Protection protection = engine.mock("protection", Protection.class);
    private final Group group = engine.mock("group", Group.class);

    @Test
    void thePersonIsHiddenInTheCaseAndThenInTheGroupsBeforeAnybodyLooksAgain() {
        var process = engine.start(Map.of("caseNumber", CASE));

        assertThat(process).isEnded().hasPassed("startEvent_requested", "endEvent_concealed");
        var inOrder = inOrder(protection, group);
        inOrder.verify(protection).receive(any());
        inOrder.verify(protection).conceal(CASE);
        inOrder.verify(group).conceal(CASE);
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
        verify(group).conceal(CASE);
    }
}

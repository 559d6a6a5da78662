package se.samsteg.milestone;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class MilestoneProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("milestone");

    private final Milestone milestone = engine.mock("milestone", Milestone.class);

    @Test
    void anEventIsNotedAtOnce() {
        assertThat(engine.start(Map.of("caseNumber", "SB-2026-0042"))).isEnded().hasPassed("endEvent_noted");
        verify(milestone).note(any());
    }
}

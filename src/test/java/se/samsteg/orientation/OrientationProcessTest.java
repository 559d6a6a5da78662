package se.samsteg.orientation;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;

class OrientationProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("orientation");

    private final Orientation orientation = engine.mock("orientation", Orientation.class);

    private ProcessInstance process;

    @BeforeEach
    void anOrientationIsPlanned() {
        when(engine.mock("casefile", CasePhase.class).coach(CASE)).thenReturn("coach.lind");
        process = engine.start(CASE);
        assertThat(engine.task("userTask_planOrientation")).isAssignedTo("coach.lind");
        engine.complete("userTask_planOrientation", Map.of());
    }

    @Test
    void itGoesOnUntilEverythingIsDone() {
        assertThat(engine.task("userTask_carryOutOrientation")).isAssignedTo("coach.lind");
        engine.complete("userTask_carryOutOrientation", Map.of());
        assertThat(process).isWaitingAt("userTask_carryOutOrientation");
        when(orientation.allDone(CASE)).thenReturn(true);
        engine.complete("userTask_carryOutOrientation", Map.of());

        assertThat(process)
                .isEnded()
                .hasPassed("gateway_endedEarly", "endEvent_carriedOut")
                .hasNotPassed("endEvent_endedEarly");
        verify(orientation).recordPlan(any());
        verify(orientation, times(2)).recordProgress(any());
    }

    @Test
    void theCoachMayEndItEarly() {
        engine.complete("userTask_carryOutOrientation", Map.of("endEarly", true));

        assertThat(process).isEnded().hasPassed("endEvent_endedEarly").hasNotPassed("endEvent_carriedOut");
    }
}

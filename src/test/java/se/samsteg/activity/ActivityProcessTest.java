package se.samsteg.activity;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class ActivityProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine =
            PhaseEngine.of("activity").callingAndWaiting("prerehab").callingAndWaiting("orientation");

    private final Activity activity = engine.mock("activity", Activity.class);

    private ProcessInstance reported(String change, String step) {
        return engine.start(Map.of("caseNumber", CASE, "change", change, "step", step));
    }

    @Test
    void aGroupRunsBesideTheStepUntilItEnds() {
        ProcessInstance process = reported("begin", "prerehab");
        verify(activity).receive(any());
        assertThat(process).isWaitingAt("callActivity_prerehab").isNotWaitingAt("callActivity_orientation");
        engine.correlate("prerehab.done");
        assertThat(process).isEnded().hasPassed("endEvent_ended");
        verify(activity).end(any());
    }

    @Test
    void soDoesAnOrientation() {
        ProcessInstance process = reported("begin", "orientation");
        assertThat(process).isWaitingAt("callActivity_orientation");
        engine.correlate("orientation.done");
        assertThat(process).isEnded().hasPassed("endEvent_ended");
        verify(activity).end(any());
    }

    @Test
    void theCoachEndsItBeforeItsTime() {
        ProcessInstance process = reported("begin", "orientation");
        assertThat(reported("end", "orientation")).isEnded().hasPassed("endEvent_announced");
        verify(activity).announceEnd(any());
        engine.correlate("activity.ended");
        assertThat(process).isEnded().hasPassed("endEvent_endedEarly");
        verify(activity).end(any());
    }

    @Test
    void itEndsWithTheCase() {
        ProcessInstance process = reported("begin", "prerehab");
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
        verify(activity).end(any());
    }
}

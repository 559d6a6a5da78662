package se.samsteg.staff;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class StaffProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("staff");

    private final Staff staff = engine.mock("staff", Staff.class);

    @Test
    void theStarterRegistersAMemberOfStaff() {
        ProcessInstance process = engine.start(Map.of("person", "coach1", "registrar", "projektledare1"));
        verify(staff).choose(any());
        assertThat(process).isWaitingAt("userTask_update").task().isAssignedTo("projektledare1");
        complete(task(process));

        verify(staff).record(any());
        assertThat(process).isEnded().hasPassed("endEvent_registered");
    }
}

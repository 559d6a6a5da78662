package se.samsteg.leave;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class LeaveProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("leave");

    private final Leave leave = engine.mock("leave", Leave.class);

    @BeforeEach
    void aTimeToCome() {
        Date later = new Date(System.currentTimeMillis() + 1_000_000_000L);
        when(leave.begins("l1")).thenReturn(later);
        when(leave.ends("l1")).thenReturn(later);
    }

    private ProcessInstance reported(boolean movesTasks) {
        return engine.start(Map.of("change", "report", "leaveId", "l1", "movesTasks", movesTasks));
    }

    @Test
    void openTasksAreMovedWhenItBeginsAndGivenBackWhenItIsOver() {
        ProcessInstance process = reported(true);
        verify(leave, never()).moveTasks(any());
        engine.fire("timer_begins");
        verify(leave).moveTasks(any());
        verify(leave, never()).giveBack(any());
        engine.fire("timer_ends");

        assertThat(process).isEnded().hasPassed("endEvent_back");
        verify(leave).giveBack(any());
    }

    @Test
    void openTasksStayUnlessItWasAskedFor() {
        ProcessInstance process = reported(false);
        engine.fire("timer_ends");

        assertThat(process).isEnded().hasPassed("endEvent_back");
        verify(leave, never()).moveTasks(any());
        verify(leave).giveBack(any());
    }

    @Test
    void itCanEndBeforeTime() {
        ProcessInstance process = reported(true);
        engine.correlate("leave.ended");

        assertThat(process).isEnded().hasPassed("endEvent_backEarly").hasNotPassed("endEvent_back");
        verify(leave).giveBack(any());
    }

    @Test
    void whoIsBackBeforeTimeTellsTheProcessOfThatTime() {
        ProcessInstance process = engine.start(Map.of("change", "end", "endedLeaveId", "l1"));

        assertThat(process).isEnded().hasPassed("endEvent_announced");
        verify(leave).announceEnd(any());
    }
}

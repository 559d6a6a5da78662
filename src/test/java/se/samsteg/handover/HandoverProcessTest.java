package se.samsteg.handover;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class HandoverProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("handover");

    private final Handover handover = engine.mock("handover", Handover.class);

    private ProcessInstance process;

    @BeforeEach
    void aCoachQuits() {
        when(handover.casesOf("h1")).thenReturn(List.of("SB-2026-0001", "SB-2026-0002"));
        process = engine.start(Map.of("fromUser", "coach1", "why", "quits", "handoverId", "h1", "lead", "lead1"));
    }

    private void select(String decision) {
        engine.complete("userTask_select", Map.of("decision", decision, "toUser", "coach2"));
    }

    @Test
    void theCasesAreMovedAndANoteIsWrittenAboutEach() {
        assertThat(engine.task("userTask_select")).isAssignedTo("lead1");
        select("hand-over");

        var order = inOrder(handover);
        order.verify(handover).move(any());
        order.verify(handover).tell(any());
        List<Task> notes = engine.engine().getTaskService().createTaskQuery().list();
        org.assertj.core.api.Assertions.assertThat(notes)
                .extracting(Task::getAssignee)
                .containsExactly("lead1", "lead1");
        notes.forEach(note -> engine.engine().getTaskService().complete(note.getId()));
        assertThat(process).isEnded().hasPassed("endEvent_handedOver");
        verify(handover, times(2)).recordNote(any());
    }

    @Test
    void aHandoverThatWasBegunByMistakeMovesNothing() {
        select("cancel");

        assertThat(process).isEnded().hasPassed("endEvent_cancelled");
        verify(handover, never()).move(any());
    }
}

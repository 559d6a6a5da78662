package se.samsteg.reminder;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class ReminderProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("reminder");

    private final Reminder reminder = engine.mock("reminder", Reminder.class);

    private ProcessInstance process;

    @BeforeEach
    void aMorningIsPlanned() {
        when(reminder.due("r")).thenReturn(Date.from(Instant.parse("2099-01-05T06:00:00Z")));
        process = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("reminder.coming")
                .processInstanceBusinessKey("botkyrka-2099-01-05")
                .setVariable("roundId", "r")
                .correlateStartMessage();
    }

    @Test
    void inTheMorningLateTasksAreFoundAndTheirHoldersAndThenTheLeadsAreTold() {
        assertThat(process).isWaitingAt("timer_morning");
        engine.fire("timer_morning");
        engine.fire("serviceTask_find");

        var steps = inOrder(reminder);
        steps.verify(reminder).openNext("r");
        steps.verify(reminder).find(any());
        steps.verify(reminder).remindHolders(any());
        steps.verify(reminder).tellLeads(any());
        assertThat(process).isEnded().hasPassed("endEvent_reminded");
    }

    @Test
    void theNextMorningIsPlannedAlsoIfThisOneFails() {
        doThrow(new IllegalStateException("fails")).when(reminder).remindHolders(any());
        engine.fire("timer_morning");
        verify(reminder).due("r");
        verify(reminder).openNext("r");
        verifyNoMoreInteractions(reminder);

        Assertions.assertThatThrownBy(() -> engine.fire("serviceTask_find")).hasMessageContaining("fails");
        assertThat(process).isWaitingAt("serviceTask_find");
    }
}

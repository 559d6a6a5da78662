package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.alert.Alert;
import se.samsteg.engine.PhaseEngine;

class RegroupingProcessTest {

    private static final String GROUP = "G-2026-001";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("regrouping");

    private final Regrouping regrouping = engine.mock("regrouping", Regrouping.class);
    private final Group group = engine.mock("group", Group.class);
    private final Alert alert = engine.mock("alert", Alert.class);

    @BeforeEach
    void aGroup() {
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("groupId", GROUP);
                    return null;
                })
                .when(regrouping)
                .receive(any());
        when(group.leaderOf(GROUP)).thenReturn("gruppcoach.ett");
        when(group.fillingOverdue(GROUP)).thenReturn(Date.from(Instant.parse("2030-03-05T08:30:00Z")));
        when(group.leadersOf(GROUP)).thenReturn(List.of("gruppcoach.ett"));
    }

    private ProcessInstance decided(String change) {
        return engine.start(Map.of("change", change));
    }

    @Test
    void theGroupsProcessIsToldThatItIsCancelled() {
        assertThat(decided("cancel")).isEnded().hasPassed("endEvent_cancelled");
        verify(regrouping).cancel(GROUP);
    }

    @Test
    void moreSessionsArePlannedAtOnce() {
        assertThat(decided("prolong")).isEnded().hasPassed("endEvent_prolonged");
        assertThat(decided("close-series")).isEnded().hasPassed("endEvent_prolonged");
    }

    @Test
    void theLeadHearsOfSeatsThatAreNotFilledUntilTheyAre() {
        decided("fill");
        engine.fire("timer_notFilled");
        verify(alert).raise(any(), eq("group-staffing"));
        engine.complete("userTask_fillSeats", Map.of());
        verify(alert).settle(any(), eq("group-staffing"));
    }

    @Test
    void theLeaderFillsFreeSeats() {
        fills(decided("fill"));
    }

    @Test
    void theLeaderFillsASeatThatWasLeft() {
        fills(engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("group.seatFreed")
                .setVariable("groupId", GROUP)
                .correlateStartMessage());
    }

    private void fills(ProcessInstance process) {
        assertThat(engine.task("userTask_fillSeats").getAssignee()).isEqualTo("gruppcoach.ett");
        engine.complete("userTask_fillSeats", Map.of());
        verify(group).staff(any());
        verify(group).givePlaces(GROUP);
        assertThat(process).isEnded().hasPassed("endEvent_seatsFilled");
    }
}

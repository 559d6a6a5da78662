package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.alert.Alert;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class GroupProcessTest {

    private static final String GROUP = "G-2026-001";
    private static final Date DAY = Date.from(Instant.parse("2030-03-05T08:30:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("group");

    private final Group group = engine.mock("group", Group.class);
    private final Programme programme = engine.mock("programme", Programme.class);
    private final Regrouping regrouping = engine.mock("regrouping", Regrouping.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Alert alert = engine.mock("alert", Alert.class);

    @BeforeEach
    void aGroupOfThreeSessions() {
        doAnswer(call -> {
                    DelegateExecution execution = call.getArgument(0);
                    execution.setVariable("groupId", GROUP);
                    execution.setProcessBusinessKey(GROUP);
                    return null;
                })
                .when(group)
                .plan(any());
        when(group.leaderOf(GROUP)).thenReturn("gruppcoach.ett");
        when(group.leadersOf(GROUP)).thenReturn(List.of("gruppcoach.ett", "gruppcoach.tva"));
        when(group.sessionCount(GROUP)).thenReturn(3);
        when(group.sessionBegins(eq(GROUP), anyInt())).thenReturn(DAY);
        when(group.recordingOverdue(eq(GROUP), anyInt())).thenReturn(DAY);
        when(group.evaluationOverdue(any())).thenReturn(DAY);
        when(group.staffingOverdue(GROUP)).thenReturn(DAY);
        when(programme.due(any(), any())).thenReturn(DAY);
    }

    private ProcessInstance staffed() {
        ProcessInstance process = engine.start(Map.of());
        engine.complete("userTask_staffGroup", Map.of());
        return process;
    }

    private void record(Task task, Map<String, Object> values) {
        engine.engine().getTaskService().complete(task.getId(), values);
    }

    @Test
    void aGroupIsDatedStaffedMeetsAndIsEvaluated() {
        ProcessInstance process = engine.start(Map.of());
        verify(group).dateSessions(GROUP);
        assertThat(engine.task("userTask_staffGroup").getAssignee()).isEqualTo("gruppcoach.ett");
        verify(group, never()).givePlaces(GROUP);
        engine.complete("userTask_staffGroup", Map.of());
        verify(group).staff(any());
        verify(group).givePlaces(GROUP);

        for (int session = 0; session < 3; session++) {
            engine.fire("timer_sessionBegun");
            record(engine.task("userTask_recordSession"), Map.of("outcome", "held"));
        }
        verify(group, times(3)).recordSession(any());
        for (int loop = 0; loop < 3; loop++) {
            verify(group).raiseNeeds(GROUP, loop);
        }
        verify(group).end(GROUP);

        engine.complete("userTask_evaluateGroup", Map.of("worked", "Lugnt tempo"));
        verify(group).recordEvaluation(any());
        verify(alert).settle(any(), eq("group-evaluation"));
        assertThat(process).isEnded().hasPassed("endEvent_groupEnded");
    }

    @Test
    void aMovedSessionWaitsForItsNewDay() {
        ProcessInstance process = staffed();
        doAnswer(call -> {
                    int loop = (int) ((DelegateTask) call.getArgument(0)).getVariable("loopCounter");
                    when(group.moved(GROUP, loop)).thenReturn(true);
                    return null;
                })
                .when(group)
                .recordSession(any());
        engine.fire("timer_sessionBegun");
        record(engine.task("userTask_recordSession"), Map.of("outcome", "moved", "movedTo", "2030-03-06"));

        assertThat(process).hasNotPassed("endEvent_sessionRecorded");
        verify(alert).settle(any(), eq("roll-call")); // the new day counts
        assertThat(engine.engine()
                        .getManagementService()
                        .createJobQuery()
                        .activityId("timer_sessionBegun")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void theLeadHearsOfASessionThatIsNotRecordedUntilItIs() {
        ProcessInstance process = staffed();
        engine.fire("timer_sessionBegun");
        engine.fire("timer_notRecorded");
        verify(alert).raise(any(), eq("roll-call"));
        assertThat(process).hasPassed("endEvent_rollCallTold");
        verify(alert, never()).settle(any(), eq("roll-call"));
        record(engine.task("userTask_recordSession"), Map.of("outcome", "held"));
        verify(alert).settle(any(), eq("roll-call"));
        assertThat(process).hasPassed("endEvent_sessionRecorded");
    }

    @Test
    void aForgottenEvaluationIsRemindedAndAlertedAndParticipantsGoOn() {
        ProcessInstance process = staffed();
        for (int session = 0; session < 3; session++) {
            engine.fire("timer_sessionBegun");
            record(engine.task("userTask_recordSession"), Map.of("outcome", "held"));
        }
        verify(group).end(GROUP);

        engine.fire("timer_evaluationDue");
        verify(letter).toStaff(any(), eq("group-evaluation-reminder"), eq("gruppcoach.ett"), eq(GROUP));
        engine.fire("timer_evaluationOverdue");
        verify(alert).raise(any(), eq("group-evaluation"));
        assertThat(process).isWaitingAt("userTask_evaluateGroup");
    }

    @Test
    void theLeadHearsOfAGroupThatIsNotStaffedUntilItIs() {
        engine.start(Map.of());
        engine.fire("timer_notStaffed");
        verify(alert).raise(any(), eq("group-staffing"));
        verify(alert, never()).settle(any(), any());
        engine.complete("userTask_staffGroup", Map.of());
        verify(alert).settle(any(), eq("group-staffing"));
    }

    @Test
    void aSessionWithoutAnEndIsFollowedByTheNextAndItsNeedsAreToldEachTime() {
        ProcessInstance process = staffed();
        when(group.moved(eq(GROUP), anyInt())).thenReturn(true);
        engine.fire("timer_sessionBegun");
        record(engine.task("userTask_recordSession"), Map.of("outcome", "held"));

        verify(group).raiseNeeds(eq(GROUP), anyInt());
        verify(group).followUp(eq(GROUP), anyInt());
        assertThat(process).hasNotPassed("endEvent_sessionRecorded");
    }

    @Test
    void aCancelledGroupEndsWhileItIsStaffedAndWhileItMeets() {
        ProcessInstance unstaffed = engine.start(Map.of());
        engine.correlate("group.cancelled");
        assertThat(unstaffed).isEnded().hasPassed("endEvent_cancelled");

        ProcessInstance meeting = staffed();
        engine.fire("timer_sessionBegun");
        engine.correlate("group.cancelled");
        assertThat(meeting).isEnded();
        verify(regrouping, times(2)).release(any());
        verify(alert).settle(any(), eq("roll-call"));
    }

    @Test
    void aSessionThatIsAddedHasTheNextNumberAndIsWaitedFor() {
        ProcessInstance process = staffed();
        engine.engine()
                .getRuntimeService()
                .createProcessInstanceModification(process.getId())
                .startBeforeActivity("subProcess_session")
                .execute();
        verify(group).sessionBegins(GROUP, 3);
        for (int session = 0; session < 3; session++) {
            engine.fire("timer_sessionBegun");
            record(engine.task("userTask_recordSession"), Map.of("outcome", "held"));
        }
        verify(group, never()).end(GROUP);
        engine.fire("timer_sessionBegun");
        record(engine.task("userTask_recordSession"), Map.of("outcome", "held"));
        verify(group).end(GROUP);
    }

    @Test
    void theRollCallsOfTwoSessionsThatAreOpenAtOnceAreKeptApart() {
        staffed();
        engine.fire("timer_sessionBegun");
        engine.fire("timer_sessionBegun");
        List<Task> open = engine.engine()
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_recordSession")
                .list();
        assertThat(open).hasSize(2);
        Task one = open.get(0);
        Task other = open.get(1);
        doAnswer(call -> {
                    DelegateTask task = call.getArgument(0);
                    assertThat(task.getVariable("guest")).isEqualTo("Dietist");
                    return null;
                })
                .when(group)
                .recordSession(any());
        record(one, Map.of("outcome", "held", "guest", "Dietist"));

        assertThat(engine.engine().getTaskService().getVariable(other.getId(), "guest"))
                .isNull();
        assertThat(engine.engine().getTaskService().getVariable(other.getId(), "outcome"))
                .isNull();
    }

    @Test
    void nothingOfARollCallReachesTheProcess() {
        ProcessInstance process = staffed();
        engine.fire("timer_sessionBegun");
        record(engine.task("userTask_recordSession"), Map.of("outcome", "held", "guest", "Dietist", "note", "Lugn"));

        assertThat(engine.engine()
                        .getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(process.getId())
                        .list())
                .extracting(variable -> variable.getName())
                .isSubsetOf("groupId", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");
    }
}

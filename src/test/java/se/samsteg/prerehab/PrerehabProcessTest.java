package se.samsteg.prerehab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.group.Group;
import se.samsteg.letter.Letter;

class PrerehabProcessTest {

    private static final String CASE = "SB-2026-0001";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("prerehab").callingUntilToldOrFailing("assessment", "withoutAssessment");

    private final Prerehab prerehab = engine.mock("prerehab", Prerehab.class);
    private final Group group = engine.mock("group", Group.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);

    @BeforeEach
    void aCaseWithACoach() {
        when(casefile.coach(CASE)).thenReturn("coach.ett");
        when(group.longWaits(CASE)).thenReturn("R/2030-03-05T08:00:00/P6W");
    }

    private ProcessInstance startWith(String groupType, boolean wantsAssessment) {
        doAnswer(call -> {
                    DelegateExecution execution = call.getArgument(0);
                    execution.setVariable("groupType", groupType);
                    execution.setVariable("wantsGroup", !groupType.equals("none"));
                    execution.setVariable("wantsAssessment", wantsAssessment);
                    return null;
                })
                .when(prerehab)
                .readPlan(any());
        return engine.start(CASE);
    }

    @Test
    void aParticipantWaitsForAGroupTakesPartAndGoesOnWhenItEndsWhileTheTherapistAssesses() {
        ProcessInstance process = startWith("halsogrupp", true);

        verify(group).await(CASE, "halsogrupp");
        assertThat(process).isWaitingAt("receiveTask_awaitGroup", "callActivity_assessment");
        engine.correlate("group.placed");
        assertThat(process).isWaitingAt("receiveTask_attendGroup");
        engine.correlate("group.ended");
        assertThat(process).isNotEnded().isNotWaitingAt("receiveTask_attendGroup");
        engine.correlate("assessment.done");
        assertThat(process).isEnded().hasPassed("endEvent_prerehabDone");
    }

    @Test
    void theStepGoesOnWithoutAnAssessmentThatTheCoachDoesNotWaitFor() {
        ProcessInstance process = startWith("none", true);
        engine.correlate("assessment.fails");
        assertThat(process).isEnded().hasPassed("error_withoutAssessment", "endEvent_prerehabDone");
    }

    @Test
    void aParticipantWhoLeavesTheQueueDoesNotWaitForTheAssessmentEither() {
        ProcessInstance process = startWith("halsogrupp", true);
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("group.leftQueue")
                .correlateAll();

        verify(group).leaveQueue(CASE, "halsogrupp");
        assertThat(process).isEnded().hasPassed("message_leftQueue", "message_leftUnassessed");
        assertThat(engine.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("assessment")
                        .count())
                .isZero();
    }

    @Test
    void theCoachIsToldOfALongWaitAgainAndAgainAndTheWaitGoesOn() {
        ProcessInstance process = startWith("halsogrupp", false);
        engine.fire("timer_longWait");
        engine.fire("timer_longWait");

        verify(letter, times(2)).toCoach(any(), eq("prerehab-long-wait"));
        assertThat(process).isWaitingAt("receiveTask_awaitGroup").hasPassed("endEvent_coachTold");
    }

    @Test
    void aParticipantWhoLeavesTheQueueGoesOn() {
        ProcessInstance process = startWith("halsogrupp", false);
        engine.correlate("group.leftQueue");

        verify(group).leaveQueue(CASE, "halsogrupp");
        assertThat(process).isEnded().hasNotPassed("receiveTask_attendGroup");
    }

    @Test
    void aParticipantWhoLeavesTheGroupGoesOn() {
        ProcessInstance process = startWith("halsogrupp", false);
        engine.correlate("group.placed");
        engine.correlate("group.left");

        verify(group).leave(CASE, "halsogrupp");
        assertThat(process).isEnded().hasPassed("message_left");
    }

    @Test
    void aParticipantOfACancelledGroupWaitsAgain() {
        ProcessInstance process = startWith("halsogrupp", false);
        engine.correlate("group.placed");
        engine.correlate("group.cancelled");

        verify(group, times(2)).await(CASE, "halsogrupp");
        assertThat(process).isWaitingAt("receiveTask_awaitGroup");
    }

    @Test
    void aNeedThatShowsInTheGroupIsTheCoachsTaskAndTheGroupGoesOn() {
        ProcessInstance process = startWith("halsogrupp", false);
        engine.correlate("group.placed");
        engine.correlate("group.needRaised");

        assertThat(process).isWaitingAt("receiveTask_attendGroup", "userTask_meetNeed");
        assertThat(engine.task("userTask_meetNeed").getAssignee()).isEqualTo("coach.ett");
        engine.complete("userTask_meetNeed", Map.of("need", "Sorg", "decision", "talk"));
        verify(prerehab).recordIndividualNeed(any());
        assertThat(process).hasPassed("endEvent_needMet").isWaitingAt("receiveTask_attendGroup");
    }

    @Test
    void withoutAGroupInThePlanOnlyTheTherapistAssesses() {
        ProcessInstance process = startWith("none", true);

        assertThat(process).isWaitingAt("callActivity_assessment").hasNotPassed("serviceTask_joinQueue");
        verify(group, never()).await(any(), any());
        engine.correlate("assessment.done");
        assertThat(process).isEnded();
    }

    @Test
    void withNothingLeftToDoTheStepEndsAtOnce() {
        assertThat(startWith("none", false)).isEnded();
    }

    @Test
    void whoLeavesTheProgrammeLeavesTheQueueOrTheGroup() {
        ProcessInstance waiting = startWith("halsogrupp", false);
        engine.engine().getRuntimeService().deleteProcessInstance(waiting.getId(), "interrupted");
        verify(group).leaveQueue(CASE, "halsogrupp");
        verify(group, never()).leave(any(), any());

        ProcessInstance attending = startWith("halsogrupp", false);
        engine.correlate("group.placed");
        engine.engine().getRuntimeService().deleteProcessInstance(attending.getId(), "interrupted");
        verify(group).leave(CASE, "halsogrupp");
    }
}

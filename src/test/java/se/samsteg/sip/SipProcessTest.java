package se.samsteg.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.alert.Alert;
import se.samsteg.engine.PhaseEngine;

class SipProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final String SIP = "the sip";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("sip");

    private final Sip sip = engine.mock("sip", Sip.class);
    private final Alert alert = engine.mock("alert", Alert.class);

    private ProcessInstance process;

    @BeforeEach
    void aMeetingIsAskedFor() {
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("sipId", SIP);
                    return null;
                })
                .when(sip)
                .request(any());
        when(sip.convener(CASE, SIP)).thenReturn("handlaggare.fk");
        when(sip.recorder(CASE)).thenReturn("coach1");
        when(sip.asked(SIP)).thenReturn(Map.of("purpose", "Samordna vården", "invited", List.of("af", "primary-care")));
        when(sip.leadDue(SIP)).thenReturn(new Date(4_000_000_000_000L));
        when(sip.decisions(SIP)).thenReturn(List.of("first", "second"));
        process = engine.start(Map.of("caseNumber", CASE, "purpose", "Samordna vården"));
    }

    private void call() {
        engine.complete("userTask_invite", Map.of("called", "called", "meetingOn", "2027-03-01"));
    }

    private void held() {
        call();
        engine.complete("userTask_document", Map.of("meetingResult", "held"));
    }

    private void notHeld(String afterwards) {
        call();
        engine.complete("userTask_document", Map.of("meetingResult", "not-held", "afterwards", afterwards));
    }

    private List<Task> followUps() {
        return engine.engine()
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_followUp")
                .list();
    }

    private void followUp(String decision, boolean again) {
        when(sip.again(decision)).thenReturn(again);
        Task task = followUps().stream()
                .filter(one -> decision.equals(engine.engine().getTaskService().getVariable(one.getId(), "decisionId")))
                .findFirst()
                .orElseThrow();
        engine.engine().getTaskService().complete(task.getId(), Map.of("decisionState", "done"));
    }

    @Test
    void aMeetingIsCalledToHeldAndEveryDecisionFollowedUp() {
        assertThat(engine.engine().getRuntimeService().getVariables(process.getId()))
                .containsOnlyKeys("caseNumber", "sipId");
        assertThat(engine.task("userTask_invite"))
                .isAssignedTo("handlaggare.fk")
                .hasCandidateGroupAssociated("programme-lead");
        assertThat(engine.engine()
                        .getTaskService()
                        .getVariable(engine.task("userTask_invite").getId(), "purpose"))
                .isEqualTo("Samordna vården");
        call();
        assertThat(engine.task("userTask_document")).isAssignedTo("coach1");
        engine.complete("userTask_document", Map.of("meetingResult", "held"));

        assertThat(followUps()).hasSize(2);
        followUp("first", false);
        followUp("second", true);
        assertThat(followUps()).hasSize(1);
        followUp("second", false);

        assertThat(process).isEnded().hasPassed("endEvent_followedUp");
        verify(sip).recordInvitation(any());
        verify(sip).recordMeeting(any());
        verify(sip, times(3)).recordDecision(any());
        verify(sip).conclude(SIP, "followed-up");
    }

    @Test
    void aMeetingThatIsNotHeldIsTriedAgainOrGivenUp() {
        notHeld("new-try");
        assertThat(process).isWaitingAt("userTask_invite");
        notHeld("give-up");
        assertThat(process).isEnded().hasPassed("endEvent_notHeld");
        verify(sip).conclude(SIP, "given-up");
    }

    @Test
    void aSipWithoutAMeetingEndsWithoutDocumentation() {
        engine.complete("userTask_invite", Map.of("called", "no-meeting"));
        assertThat(process).isEnded().hasPassed("endEvent_notHeld").hasNotPassed("userTask_document");
    }

    @Test
    void anAlertLastsUntilTheMeetingIsHeld() {
        engine.fire("timer_delayed");
        verify(alert).raise(any(), eq("sip-delay"));
        verify(alert, never()).settle(any(), any());
        held();
        verify(alert).settle(any(), eq("sip-delay"));
        assertThat(process).isWaitingAt("userTask_followUp");
    }

    @Test
    void aMeetingThatIsGivenUpSettlesTheAlert() {
        engine.fire("timer_delayed");
        engine.complete("userTask_invite", Map.of("called", "no-meeting"));
        verify(alert).settle(any(), eq("sip-delay"));
    }

    @Test
    void whereThereIsNoConvenerTheLeadsCanTakeTheTask() {
        when(sip.convener(CASE, SIP)).thenReturn(null);
        notHeld("new-try");
        assertThat(engine.task("userTask_invite")).isNotAssigned().hasCandidateGroup("programme-lead");
    }

    @Test
    void aCaseThatIsClosedClosesWhatIsLeft() {
        held();
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
        verify(sip).conclude(SIP, "case-closed");
        verify(sip, never()).conclude(SIP, "followed-up");
    }

    @Test
    void aMeetingThatWasProposedNeedsNoFormOfItsOwn() {
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("sip.proposed")
                .processInstanceBusinessKey("AMA-2026-0042")
                .setVariable("caseNumber", "AMA-2026-0042")
                .setVariable("sipId", SIP)
                .correlateStartMessage();
        assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_invite")
                        .processInstanceBusinessKey("AMA-2026-0042")
                        .count())
                .isEqualTo(1);
    }
}

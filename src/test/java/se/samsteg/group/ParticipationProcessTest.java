package se.samsteg.group;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class ParticipationProcessTest {

    private static final String CASE = "SB-2026-0001";
    private static final String GROUP = "G-2026-001";
    private static final String TYPE = "halsogrupp";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("participation");

    private final Participation participation = engine.mock("participation", Participation.class);

    @BeforeEach
    void theGroupThatIsLeftIsKnown() {
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("groupId", GROUP);
                    return null;
                })
                .when(participation)
                .receive(any());
    }

    private ProcessInstance changed(String change) {
        return engine.start(Map.of("caseNumber", CASE, "change", change, "groupType", TYPE));
    }

    @Test
    void theCaseIsToldThatTheParticipantLeavesTheQueue() {
        assertThat(changed("leave-queue")).isEnded().hasPassed("endEvent_leftQueue");
        verify(participation).leaveQueue(CASE, TYPE);
    }

    @Test
    void theCaseIsToldThatTheParticipantLeavesTheGroupAndTheSeatIsOffered() {
        assertThat(changed("leave-group")).isEnded().hasPassed("endEvent_left");
        verify(participation).leaveGroup(CASE, TYPE);
        verify(participation).offerSeat(GROUP);
    }

    @Test
    void aParticipantWhoChangesGroupTakesPartAndOnlyTheSeatIsOffered() {
        assertThat(changed("move")).isEnded().hasPassed("endEvent_left");
        verify(participation, never()).leaveGroup(CASE, TYPE);
        verify(participation).offerSeat(GROUP);
    }

    @Test
    void theCaseIsToldThatTheParticipantJoinsAGroup() {
        assertThat(changed("join")).isEnded().hasPassed("endEvent_placed");
        verify(participation).join(CASE, TYPE);
    }

    @Test
    void aCorrectedRollCallChangesNothingElse() {
        onlyNotes("correct-attendance");
    }

    @Test
    void aSeriesThatTheParticipantCannotTakePartInChangesNothingElse() {
        onlyNotes("adapt");
        onlyNotes("resume");
    }

    private void onlyNotes(String change) {
        assertThat(changed(change)).isEnded().hasPassed("endEvent_corrected");
        verify(participation, never()).leaveGroup(CASE, TYPE);
        verify(participation, never()).join(CASE, TYPE);
    }
}

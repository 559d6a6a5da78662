package se.samsteg.interruption;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class InterruptionProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("interruption");

    private final Interruption interruption = engine.mock("interruption", Interruption.class);

    private final Map<String, Object> seenAtTheEnd = new HashMap<>();

    private ProcessInstance requestedFor(boolean enrolled) {
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("enrolled", enrolled);
                    return null;
                })
                .when(interruption)
                .receive(any());
        doAnswer(call -> {
                    seenAtTheEnd.putAll(((DelegateExecution) call.getArgument(0)).getVariables());
                    return null;
                })
                .when(interruption)
                .discontinue(any());
        return engine.start(Map.of("caseNumber", CASE, "ground", "moved", "explanation", "Flyttar till Umeå"));
    }

    @Test
    void whoIsEnrolledIsDiscontinuedAndTheExplanationIsNotPassedOn() {
        ProcessInstance process = requestedFor(true);

        assertThat(process).isEnded().hasPassed("endEvent_discontinued");
        verify(interruption).discontinue(any());
        verify(interruption, never()).withdraw(any());
        org.assertj.core.api.Assertions.assertThat(seenAtTheEnd)
                .containsEntry("caseNumber", CASE)
                .containsEntry("ground", "moved")
                .doesNotContainKey("explanation");
    }

    @Test
    void whoIsNotEnrolledYetHasTheReferralWithdrawn() {
        ProcessInstance process = requestedFor(false);

        assertThat(process).isEnded().hasPassed("endEvent_withdrawn");
        verify(interruption).withdraw(any());
        verify(interruption, never()).discontinue(any());
    }
}

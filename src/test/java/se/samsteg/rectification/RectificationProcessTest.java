package se.samsteg.rectification;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.exit.Exit;

class RectificationProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("rectification");

    private final Rectification rectification = engine.mock("rectification", Rectification.class);

    @BeforeEach
    void theExitSaysWhatItsListsMean() {
        engine.mock("exit", Exit.class);
    }

    private ProcessInstance chosen() {
        ProcessInstance process = engine.start(Map.of("caseNumber", CASE, "startedBy", "coach1"));
        assertThat(process).isWaitingAt("userTask_choose");
        assertThat(engine.task("userTask_choose")).isAssignedTo("coach1");
        engine.complete("userTask_choose", Map.of("chosen", "person"));
        verify(rectification).choose(any());
        assertThat(process).isWaitingAt("userTask_correct");
        assertThat(engine.task("userTask_correct")).isAssignedTo("coach1");
        return process;
    }

    @Test
    void aCorrectionEndsWithTheAnswerCorrected() {
        ProcessInstance process = chosen();

        engine.complete("userTask_correct", Map.of("action", "correct"));

        assertThat(process).isEnded().hasPassed("endEvent_corrected");
        verify(rectification).correct(any());
    }

    @Test
    void aDifferingOpinionChangesNothing() {
        ProcessInstance process = chosen();

        engine.complete("userTask_correct", Map.of("action", "opinion"));

        assertThat(process).isEnded().hasPassed("endEvent_opinionNoted");
    }

    @Test
    void aRectificationWithoutActionEndsUnchanged() {
        ProcessInstance process = chosen();

        engine.complete("userTask_correct", Map.of("action", "none"));

        assertThat(process).isEnded().hasPassed("endEvent_nothingChanged");
    }

    @Test
    void anOutcomeIsCorrectedAsAWhole() {
        when(rectification.whole("whole.1")).thenReturn(true);
        ProcessInstance process = engine.start(Map.of("caseNumber", "SB-2026-0042", "startedBy", "coach1"));
        engine.complete("userTask_choose", Map.of("chosen", "whole.1"));
        assertThat(process).isWaitingAt("userTask_correctOutcome");
        engine.complete("userTask_correctOutcome", Map.of("action", "correct", "mainOutcome", "regular-work"));

        assertThat(process).isEnded().hasPassed("endEvent_outcomeCorrected").hasNotPassed("userTask_correct");
        verify(rectification).correctOutcome(any());
    }

    @Test
    void anOutcomeThatWasRightStays() {
        when(rectification.whole("whole.1")).thenReturn(true);
        ProcessInstance process = engine.start(Map.of("caseNumber", "SB-2026-0042", "startedBy", "coach1"));
        engine.complete("userTask_choose", Map.of("chosen", "whole.1"));
        engine.complete("userTask_correctOutcome", Map.of("action", "none"));

        assertThat(process).isEnded().hasPassed("endEvent_outcomeUnchanged");
    }
}

package se.samsteg.alert;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class AlertProcessTest {

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("alert");

    private final Alert alert = engine.mock("alert", Alert.class);

    private ProcessInstance process;

    @BeforeEach
    void somethingIsUndone() {
        when(alert.subject(any())).thenReturn("Lång väntan på plats, ärende SB-2026-0042");
        process = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("alert.raised")
                .processInstanceBusinessKey("SB-2026-0042")
                .setVariable("caseNumber", "SB-2026-0042")
                .correlateStartMessage();
    }

    @Test
    void theLeadIsToldUntilItIsSettled() {
        assertThat(engine.task("userTask_handleAlert")).hasCandidateGroup("programme-lead");
        assertThat(process).hasVariables("caseNumber");
        engine.fire("timer_unanswered");
        verify(alert, times(2)).tell(any());
        when(alert.checkAgainOn(any())).thenReturn("2027-03-01");
        engine.complete("userTask_handleAlert", Map.of("measure", "done-now"));
        verify(alert).recordHandling(any());
        assertThat(process).isWaitingAt("timer_checkAgain");

        engine.fire("timer_checkAgain");
        verify(alert).raiseAgain(any());
        assertThat(process).isEnded().hasPassed("endEvent_raisedAgain");
    }

    @Test
    void aDelayThatIsExplainedIsWatchedNoMore() {
        engine.complete("userTask_handleAlert", Map.of("measure", "wait"));
        assertThat(process).isEnded().hasPassed("endEvent_handled");
    }

    @Test
    void aSettledAlertEndsWithoutHandling() {
        engine.correlate("alert.settled");
        assertThat(process).isEnded().hasPassed("endEvent_settled");
    }

    @Test
    void closingTheCaseEndsTheAlert() {
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
    }
}

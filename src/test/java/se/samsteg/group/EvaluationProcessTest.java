package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.alert.Alert;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.prerehab.Prerehab;
import se.samsteg.programme.Programme;

class EvaluationProcessTest {

    private static final String CASE = "SB-2026-0001";
    private static final Date DAY = Date.from(Instant.parse("2030-03-05T08:30:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("evaluation");

    private final Group group = engine.mock("group", Group.class);
    private final Prerehab prerehab = engine.mock("prerehab", Prerehab.class);
    private final Alert alert = engine.mock("alert", Alert.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Programme programme = engine.mock("programme", Programme.class);

    @BeforeEach
    void aGroupWithTwoLeaders() {
        when(group.evaluator(any())).thenReturn("gruppcoach.ett");
        when(group.evaluators(any())).thenReturn(List.of("gruppcoach.ett", "gruppcoach.tva"));
        when(group.evaluatedAttendance(any())).thenReturn("Med på 20 av 24 registrerade träffar");
        when(group.evaluationOverdue(any())).thenReturn(DAY);
        when(programme.due(any(), any())).thenReturn(DAY);
    }

    private ProcessInstance attended() {
        return engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("group.attended")
                .processInstanceBusinessKey(CASE)
                .setVariable("caseNumber", CASE)
                .correlateStartMessage();
    }

    @Test
    void theLeaderIsAskedWhatTheGroupGave() {
        ProcessInstance process = attended();
        assertThat(engine.task("userTask_evaluateGroup").getAssignee()).isEqualTo("gruppcoach.ett");
        engine.complete("userTask_evaluateGroup", Map.of("gave", "Vänner", "next", "workplace"));

        verify(prerehab).recordGroupEvaluation(any());
        verify(alert).settle(any(), eq("group-evaluation"));
        assertThat(process).isEnded().hasPassed("endEvent_evaluated");
    }

    @Test
    void theLeaderIsRemindedAndThenTheLeadIsTold() {
        ProcessInstance process = attended();
        engine.fire("timer_due");
        verify(letter).toStaff(any(), eq("evaluation-reminder"), eq("gruppcoach.ett"), eq(CASE));
        engine.fire("timer_overdue");
        verify(alert).raise(any(), eq("group-evaluation"));
        assertThat(process).isWaitingAt("userTask_evaluateGroup");
    }

    @Test
    void nothingIsAskedWhenTheCaseIsClosed() {
        ProcessInstance process = attended();
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
    }
}

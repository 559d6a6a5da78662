package se.samsteg.measure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class MeasureProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final String ID = "the measure";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("measure");

    private final Measure measure = engine.mock("measure", Measure.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    private ProcessInstance process;

    @BeforeEach
    void somethingIsPromised() {
        engine.mock("programme", Programme.class);
        when(measure.coach(CASE)).thenReturn("coach1");
        when(measure.shown(ID)).thenReturn(Map.of("promise", "Tid hos psykolog", "attempts", ""));
        when(measure.overdueOn(ID)).thenReturn(new Date(4_000_000_000_000L));
        when(measure.stillOverdueOn(ID)).thenReturn(new Date(4_100_000_000_000L));
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("measureId", ID);
                    return null;
                })
                .when(measure)
                .promise(any());
        process = engine.start(Map.of("caseNumber", CASE, "promised", "Tid hos psykolog"));
    }

    private void followUp(String state) {
        engine.complete("userTask_followUpMeasure", Map.of("state", state));
    }

    @Test
    void aMeasureThatWasBrokenOffIsNotDone() {
        followUp("begun");
        followUp("discontinued");
        assertThat(process).isEnded().hasPassed("endEvent_discontinued").hasNotPassed("endEvent_done");
        verify(measure).conclude(ID, "discontinued");
    }

    private void overdue(String timer, String told) {
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("toldNow", told);
                    return null;
                })
                .when(measure)
                .overdue(any());
        engine.fire(timer);
    }

    @Test
    void theCoachAsksUntilItIsDone() {
        org.assertj.core.api.Assertions.assertThat(
                        engine.engine().getRuntimeService().getVariables(process.getId()))
                .containsOnlyKeys("caseNumber", "measureId");
        assertThat(engine.task("userTask_followUpMeasure"))
                .isAssignedTo("coach1")
                .hasCandidateGroupAssociated("programme-lead");
        followUp("waiting");
        followUp("begun");
        followUp("done");
        assertThat(process).isEnded().hasPassed("endEvent_done");
        verify(measure, times(3)).recordFollowUp(any());
        verify(measure).conclude(ID, "done");
    }

    @Test
    void whatIsRefusedOrNotNeededAnyMoreEndsAsThat() {
        followUp("refused");
        assertThat(process).isEnded().hasPassed("endEvent_refused");
        verify(measure).conclude(ID, "refused");

        ProcessInstance another = engine.start(CASE);
        followUp("not-needed");
        assertThat(another).isEnded().hasPassed("endEvent_notNeeded");
        verify(measure).conclude(ID, "not-needed");
    }

    @Test
    void theCoachIsRemindedThenTheLeadIsToldOnce() {
        overdue("timer_overdue", "coach");
        verify(letter).toCoach(any(), eq("measure-overdue"));
        overdue("timer_stillOverdue", "lead");
        verify(letter).toLead(any(), eq("measure-overdue-again"));
        assertThat(engine.task("userTask_raise")).hasCandidateGroup("programme-lead");
        followUp("waiting");
        overdue("timer_overdue", "nobody");
        assertThat(process).hasPassed("endEvent_alreadyRaised");
        verify(letter, times(1)).toLead(any(), any());

        engine.complete("userTask_raise", Map.of());
        verify(measure).recordRaise(any());
        assertThat(process).isWaitingAtExactly("userTask_followUpMeasure");
    }

    @Test
    void whatIsDoneNeedsNoRaisingAnyMore() {
        overdue("timer_overdue", "lead");
        followUp("done");
        assertThat(process).isEnded();
        verify(measure, never()).recordRaise(any());
    }

    @Test
    void anotherPhaseOpensIt() {
        ProcessInstance promised = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("measure.promised")
                .processInstanceBusinessKey(CASE)
                .setVariable("caseNumber", CASE)
                .setVariable("measureId", ID)
                .correlateStartMessage();
        verify(measure, times(1)).promise(any()); // the one that staff opened
        assertThat(promised).isWaitingAt("userTask_followUpMeasure").hasPassed("startEvent_promised");
    }

    @Test
    void aCaseThatIsClosedClosesIt() {
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
        verify(measure).conclude(ID, "case-closed");
    }
}

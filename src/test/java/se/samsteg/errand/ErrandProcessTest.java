package se.samsteg.errand;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class ErrandProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final String ID = "the errand";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("errand");

    private final Errand errand = engine.mock("errand", Errand.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    private ProcessInstance process;

    @BeforeEach
    void aColleagueIsAsked() {
        when(casefile.participant(CASE)).thenReturn("Anna Ek");
        when(errand.due(ID)).thenReturn(new Date(4_000_000_000_000L));
        when(errand.asked(ID)).thenReturn(Map.of("what", "Ring om intyget"));
        process = engine.start(
                Map.of("caseNumber", CASE, "errandId", ID, "startedBy", "coach.ek", "colleague", "handlaggare.fk"));
    }

    @Test
    void theColleagueDoesIt() {
        verify(errand).ask(any());
        assertThat(engine.task("userTask_doErrand"))
                .isAssignedTo("handlaggare.fk")
                .hasDueDate(new Date(4_000_000_000_000L));
        engine.complete("userTask_doErrand", Map.of("wasDone", "yes"));
        verify(errand).record(any());
        assertThat(process).isEnded().hasPassed("endEvent_done");
        verify(letter, never()).toStarter(any(), any(), any());
    }

    @Test
    void theSenderIsToldThatItIsNotDone() {
        engine.complete("userTask_doErrand", Map.of("wasDone", "no"));
        verify(letter).toStarter(any(), eq("errand-not-done"), eq("coach.ek"));
        assertThat(process).isEnded().hasPassed("endEvent_notDone");
    }

    @Test
    void itEndsWithTheCase() {
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
    }
}

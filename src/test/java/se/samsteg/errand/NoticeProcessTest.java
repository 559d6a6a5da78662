package se.samsteg.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class NoticeProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final String ID = "the notice";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("notice");

    private final Notice notice = engine.mock("notice", Notice.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    @BeforeEach
    void aMessageAboutThePlan() {
        when(notice.concerns(ID)).thenReturn("plan");
        when(notice.told(ID)).thenReturn(Map.of("message", "Något har hänt"));
    }

    private ProcessInstance written() {
        return engine.start(Map.of("caseNumber", CASE, "noticeId", ID));
    }

    @Test
    void theCaseworkerIsWrittenToAndConfirmsToHaveReadIt() {
        when(casefile.caseworker(CASE, "plan")).thenReturn("handlaggare.fk");
        when(casefile.insteadOfCaseworker(CASE, "plan")).thenReturn(List.of());
        ProcessInstance process = written();
        verify(notice).tell(any());
        verify(letter).toCaseworker(any(), eq("notice-message"));
        assertThat(engine.task("userTask_read")).isAssignedTo("handlaggare.fk");
        engine.complete("userTask_read", Map.of("haveRead", true));
        verify(notice).record(any());
        assertThat(process).isEnded().hasPassed("endEvent_read");
    }

    @Test
    void theLeadsGetItWhereTheCaseworkerMayNotKnow() {
        when(casefile.caseworker(CASE, "plan")).thenReturn(null);
        when(casefile.insteadOfCaseworker(CASE, "plan")).thenReturn(List.of("programme-lead"));
        written();
        assertThat(engine.task("userTask_read")).isNotAssigned().hasCandidateGroup("programme-lead");
    }

    @Test
    void itEndsWithTheCase() {
        when(casefile.insteadOfCaseworker(CASE, "plan")).thenReturn(List.of());
        ProcessInstance process = written();
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
        assertThat(engine.engine().getTaskService().createTaskQuery().count()).isZero();
    }
}

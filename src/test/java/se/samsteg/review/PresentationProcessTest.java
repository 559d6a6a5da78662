package se.samsteg.review;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
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
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.programme.Programme;

class PresentationProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("presentation");

    private final Presentation presentation = engine.mock("presentation", Presentation.class);
    private final Review review = engine.mock("review", Review.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Programme programme = engine.mock("programme", Programme.class);

    @BeforeEach
    void aCoachAndACaseworker() {
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(casefile.caseworker(CASE, "plan")).thenReturn("handlaggare.al");
        when(casefile.insteadOfCaseworker(CASE, "plan")).thenReturn(List.of());
        when(programme.due(any(), any())).thenReturn(Date.from(Instant.parse("2099-02-10T07:00:00Z")));
        when(presentation.drawnUp(CASE)).thenReturn(Map.of("seenPlan", "Nytt steg"));
        when(review.heading("R")).thenReturn("Enheten, 2099-02-10");
    }

    private ProcessInstance opened() {
        return engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("review.opened")
                .processInstanceBusinessKey(CASE)
                .setVariables(Map.of("caseNumber", CASE, "reviewId", "R"))
                .correlateStartMessage();
    }

    private void over(boolean toRead) {
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("review.over")
                .setVariable("toRead", toRead)
                .correlateAll();
    }

    @Test
    void aCaseworkerWhoWasNotThereReadsWhatTheCoachPrepared() {
        ProcessInstance part = opened();
        assertThat(engine.task("userTask_prepare")).isAssignedTo("coach.ek");
        engine.complete("userTask_prepare", Map.of("nextStep", "Praktik"));
        assertThat(part).isWaitingAt("message_over");
        over(true);
        assertThat(engine.task("userTask_receipt")).isAssignedTo("handlaggare.al");
        engine.complete("userTask_receipt", Map.of("read", true));
        verify(presentation).recordRead(any());
        assertThat(part).isEnded().hasPassed("endEvent_read");
    }

    @Test
    void aCaseworkerWhoWasThereHasNothingToRead() {
        ProcessInstance part = opened();
        engine.complete("userTask_prepare", Map.of("nextStep", "Praktik"));
        over(false);
        assertThat(part).isEnded().hasPassed("endEvent_nothingToRead");
    }

    @Test
    void whatIsNotPreparedWhenTheReviewIsOverIsAskedNoMore() {
        ProcessInstance part = opened();
        over(false);
        assertThat(part).isEnded().hasPassed("endEvent_notPrepared");
        verify(presentation, never()).record(any());
    }

    @Test
    void nothingIsLeftToDoWhenTheCaseIsClosed() {
        ProcessInstance part = opened();
        engine.correlate("case.closed");
        assertThat(part).isEnded().hasPassed("endEvent_caseClosed");
    }
}

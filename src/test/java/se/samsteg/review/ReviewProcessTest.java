package se.samsteg.review;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.engine.PhaseEngine;

class ReviewProcessTest {

    private static final Date DAY = Date.from(Instant.parse("2099-02-10T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("review");

    private final Review review = engine.mock("review", Review.class);

    @BeforeEach
    void aReviewOfTwoCoaches() {
        when(review.preparation("R")).thenReturn(DAY);
        when(review.call("R")).thenReturn(DAY);
        when(review.day("R")).thenReturn(DAY);
        when(review.minutesDue("R")).thenReturn(DAY);
        when(review.coaches("R")).thenReturn(List.of("coach.ek", "coach.al"));
        when(review.managers("R")).thenReturn(List.of("chef.ask"));
        when(review.manager("R")).thenReturn("chef.ask");
        when(review.insteadOfManager("R")).thenReturn(List.of());
        when(review.receiptDue("R")).thenReturn(DAY);
    }

    private void theUnitHasParticipants(boolean any) {
        doAnswer(call -> {
                    ((DelegateExecution) call.getArgument(0)).setVariable("participants", any);
                    return null;
                })
                .when(review)
                .gather(any());
    }

    private ProcessInstance comes() {
        ProcessInstance coming = engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("review.coming")
                .setVariables(Map.of("reviewId", "R"))
                .correlateStartMessage();
        assertThat(coming).isWaitingAt("timer_preparation");
        engine.fire("timer_preparation");
        return coming;
    }

    @Test
    void aReviewIsGatheredCalledHeldAndReadByTheUnit() {
        theUnitHasParticipants(true);
        ProcessInstance coming = comes();
        engine.fire("timer_call");
        engine.fire("timer_day");
        assertThat(engine.task("userTask_minutes"))
                .hasCandidateGroup("programme-lead")
                .hasCandidateUser("coach.ek")
                .hasCandidateUser("coach.al")
                .hasDueDate(DAY);
        engine.complete("userTask_minutes", Map.of("outcome", "held"));
        assertThat(engine.task("userTask_receipt")).isAssignedTo("chef.ask");
        engine.complete("userTask_receipt", Map.of("read", true));

        assertThat(coming).isEnded().hasPassed("endEvent_read");
        var inOrder = inOrder(review);
        inOrder.verify(review).gather(any());
        inOrder.verify(review).callUnit(any());
        inOrder.verify(review).recordMinutes(any());
        inOrder.verify(review).close("R");
        inOrder.verify(review).recordRead(any());
    }

    @Test
    void aUnitWithoutParticipantsHasNoReview() {
        theUnitHasParticipants(false);
        assertThat(comes()).isEnded().hasPassed("endEvent_noParticipants");
        verify(review, never()).callUnit(any());
    }

    @Test
    void aReviewThatIsMovedIsDocumentedOnItsNewDay() {
        theUnitHasParticipants(true);
        ProcessInstance coming = comes();
        engine.fire("timer_call");
        engine.fire("timer_day");
        engine.complete("userTask_minutes", Map.of("outcome", "moved"));
        assertThat(coming).isWaitingAt("timer_day");
        engine.fire("timer_day");
        engine.complete("userTask_minutes", Map.of("outcome", "held"));
        verify(review, times(2)).recordMinutes(any());
        verify(review, times(1)).callUnit(any());
    }

    @Test
    void whatWasPreparedForACancelledReviewIsOver() {
        theUnitHasParticipants(true);
        ProcessInstance coming = comes();
        engine.fire("timer_call");
        engine.fire("timer_day");
        engine.complete("userTask_minutes", Map.of("outcome", "cancelled"));
        assertThat(coming).isEnded().hasPassed("endEvent_cancelled");
        verify(review).cancel("R");
        verify(review, never()).close(any());
    }
}

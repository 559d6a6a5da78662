package se.samsteg.departure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.admission.Admission;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class DepartureProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("departure");

    private final Departure departure = engine.mock("departure", Departure.class);
    private final Admission admission = engine.mock("admission", Admission.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Programme programme = engine.mock("programme", Programme.class);
    private final Map<String, Object> seenWhenClosing = new HashMap<>();

    @BeforeEach
    void aDayToConfirmAndThirtyToTakeBack() {
        when(programme.confirmBy(CASE)).thenReturn(Date.from(Instant.now().plus(Duration.ofHours(24))));
        when(departure.finalOn(CASE)).thenReturn(Date.from(Instant.now().plus(Duration.ofDays(30))));
        doAnswer(call -> {
                    seenWhenClosing.putAll(((DelegateExecution) call.getArgument(0)).getVariables());
                    return null;
                })
                .when(departure)
                .close(any());
    }

    private ProcessInstance told() {
        return engine.start(Map.of("caseNumber", CASE, "startedBy", "coach1"));
    }

    private ProcessInstance confirmed() {
        ProcessInstance process = told();
        engine.complete(
                "userTask_confirm", Map.of("confirmed", "yes", "reason", "deceased", "happenedOn", "2026-11-20"));
        return process;
    }

    @Test
    void whoTellsItConfirmsItBeforeAnythingHappens() {
        assertThat(told()).isWaitingAt("userTask_confirm").task().isAssignedTo("coach1");
        verify(departure, never()).close(any());
    }

    @Test
    void everythingClosesAndNeitherReasonNorDayIsInTheProcess() {
        assertThat(confirmed())
                .hasPassed("serviceTask_close", "serviceTask_leave", "sendTask_tell")
                .isWaitingAt("gateway_final");
        verify(letter).hold(CASE);
        verify(admission).leave(CASE);
        verify(letter).toCoach(any(), eq("departure-closed"));
        verify(letter).toCaseworker(any(), eq("departure-closed"));
        org.assertj.core.api.Assertions.assertThat(seenWhenClosing)
                .containsEntry("caseNumber", CASE)
                .doesNotContainKeys("reason", "happenedOn");
    }

    @Test
    void whatWasHeldIsNeverSentWhenItCannotBeTakenBackAnyMore() {
        ProcessInstance process = confirmed();
        engine.fire("timer_final");

        assertThat(process).isEnded().hasPassed("endEvent_final");
        verify(letter).drop(CASE);
    }

    @Test
    void whatWasHeldIsSentWhenItIsTakenBack() {
        ProcessInstance process = confirmed();
        engine.correlate("case.reopened");

        assertThat(process).isEnded().hasPassed("message_reopened", "endEvent_takenBack");
        verify(letter).release(CASE);
    }

    @Test
    void whatWasToldOfTheWrongPersonChangesNothing() {
        ProcessInstance process = told();
        engine.complete("userTask_confirm", Map.of("confirmed", "no"));

        assertThat(process).isEnded().hasPassed("endEvent_notConfirmed");
        verify(departure, never()).close(any());
    }

    @Test
    void whatIsNotConfirmedInTimeIsDroppedAndStarterCoachAndLeadAreTold() {
        ProcessInstance process = told();
        engine.fire("timer_notConfirmed");

        assertThat(process).isEnded().hasPassed("sendTask_tellDropped", "endEvent_notConfirmed");
        verify(letter).toStarter(any(), eq("departure-dropped"), eq("coach1"));
        verify(letter).toCoach(any(), eq("departure-dropped"));
        verify(letter).toLead(any(), eq("departure-dropped"));
    }
}

package se.samsteg.reopening;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.admission.Admission;
import se.samsteg.alert.Alert;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.followup.Followup;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;
import se.samsteg.response.Response;

class ReopeningProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("reopening");

    private final Reopening reopening = engine.mock("reopening", Reopening.class);
    private final Admission admission = engine.mock("admission", Admission.class);
    private final Alert alert = engine.mock("alert", Alert.class);
    private final Followup followup = engine.mock("followup", Followup.class);
    private final Response response = engine.mock("response", Response.class);
    private final Letter letter = engine.mock("letter", Letter.class);
    private final Programme programme = engine.mock("programme", Programme.class);

    @BeforeEach
    void aDayToConfirm() {
        when(programme.confirmBy(CASE)).thenReturn(Date.from(Instant.now().plus(Duration.ofHours(24))));
        when(admission.alertDue(CASE)).thenReturn(Date.from(Instant.now().plus(Duration.ofDays(90))));
        when(reopening.needsPlace(any())).thenReturn(true);
    }

    private ProcessInstance requested() {
        return engine.start(Map.of("caseNumber", CASE, "startedBy", "coach1"));
    }

    private ProcessInstance confirmed() {
        ProcessInstance process = requested();
        engine.complete("userTask_confirm", Map.of("confirmed", "yes", "why", "Jobbet blev inte av"));
        return process;
    }

    @Test
    void theStarterConfirmsBeforeAnythingHappens() {
        assertThat(requested()).isWaitingAt("userTask_confirm").task().isAssignedTo("coach1");
        verify(reopening, never()).open(any());
    }

    @Test
    void whereAPlaceIsFreeTheCaseGoesOnAtOnce() {
        when(admission.seekPlace(CASE)).thenReturn(true);

        assertThat(confirmed()).isEnded().hasPassed("serviceTask_open", "endEvent_resumed");
        verify(reopening).resume(any());
        verify(letter).toCoach(any(), eq("reopening-opened"));
        verify(letter).toCaseworker(any(), eq("reopening-opened"));
    }

    @Test
    void whereNoneIsFreeItIsFirstInTheQueueAndTheLeadIsToldOfALongWait() {
        ProcessInstance process = confirmed();
        assertThat(process).isWaitingAt("receiveTask_awaitPlace");
        verify(admission).queueFirst(CASE);
        verify(reopening, never()).resume(any());

        engine.fire("timer_waitedLong");
        verify(alert).raise(any(), eq("waiting"));
        assertThat(process).isWaitingAt("receiveTask_awaitPlace").hasPassed("endEvent_leadTold");

        engine.correlate("place.offered");
        assertThat(process).isEnded().hasPassed("endEvent_resumedLater");
        verify(alert).settle(any(), eq("waiting"));
        verify(reopening).resume(any());
    }

    @Test
    void whoDoesNotWaitForAPlaceIsExitedEarly() {
        ProcessInstance process = confirmed();
        engine.correlate("participation.discontinued");

        assertThat(process).isEnded().hasPassed("endEvent_discontinued");
        verify(admission).leave(CASE);
        verify(alert).settle(any(), eq("waiting"));
        verify(reopening).discontinue(any());
        verify(reopening, never()).resume(any());
    }

    @Test
    void whatNeedsNoPlaceGoesOnWhereItWas() {
        when(reopening.needsPlace(any())).thenReturn(false);

        assertThat(confirmed()).isEnded().hasPassed("endEvent_resumedElsewhere").hasNotPassed("serviceTask_seekPlace");
        verify(reopening).resume(any());
        verify(followup).resume(any());
        verify(response).resume(any());
    }

    @Test
    void aRequestForTheWrongPersonChangesNothing() {
        ProcessInstance process = requested();
        engine.complete("userTask_confirm", Map.of("confirmed", "no"));

        assertThat(process).isEnded().hasPassed("endEvent_notConfirmed");
        verify(reopening, never()).open(any());
    }

    @Test
    void aRequestThatIsNotConfirmedInTimeIsDropped() {
        ProcessInstance process = requested();
        engine.fire("timer_notConfirmed");

        assertThat(process).isEnded().hasPassed("sendTask_tellDropped", "endEvent_notConfirmed");
        verify(letter).toStarter(any(), eq("reopening-dropped"), eq("coach1"));
        verify(letter).toCoach(any(), eq("reopening-dropped"));
        verify(letter).toLead(any(), eq("reopening-dropped"));
    }
}

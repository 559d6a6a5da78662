package se.samsteg.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class OutreachProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final Date LATER = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("outreach");

    private final Outreach outreach = engine.mock("outreach", Outreach.class);
    private final Absence absence = engine.mock("absence", Absence.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    @BeforeEach
    void aCoachAndDays() {
        when(casefile.coach(CASE)).thenReturn("coach.ek");
        when(absence.noShows(CASE)).thenReturn("1 uteblivande");
        when(outreach.next(CASE)).thenReturn(LATER);
        when(outreach.longAbsence(any())).thenReturn(LATER);
        when(outreach.meanwhile(CASE)).thenReturn("2026-03-04 Träning: motion");
        when(outreach.known(CASE)).thenReturn("Hör inte av sig");
    }

    private ProcessInstance stayedAway() {
        return engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("participant.stayedAway")
                .processInstanceBusinessKey(CASE)
                .setVariables(Map.of("caseNumber", CASE, "response", "outreach", "noShowId", "1"))
                .correlateStartMessage();
    }

    @Test
    void theParticipantIsSoughtOutUntilBack() {
        ProcessInstance process = stayedAway();
        engine.complete("userTask_seekOut", Map.of("back", false));
        assertThat(process).isWaitingAt("timer_again");
        engine.fire("timer_again");
        assertThat(engine.task("userTask_seekOut")).isAssignedTo("coach.ek");
        engine.complete("userTask_seekOut", Map.of("back", true));
        verify(outreach, times(2)).record(any());
        assertThat(process).isEnded().hasPassed("endEvent_back");
    }

    @Test
    void theCoachReadsWhatTheGroupHasDoneEachTime() {
        stayedAway();
        engine.complete("userTask_seekOut", Map.of("back", false));
        when(outreach.meanwhile(CASE)).thenReturn("2026-03-11 Träning: dans");
        engine.fire("timer_again");
        assertThat(engine.task("userTask_seekOut")).hasName("Sök upp deltagaren");
        assertThat(engine.engine()
                        .getTaskService()
                        .getVariable(engine.task("userTask_seekOut").getId(), "meanwhile"))
                .isEqualTo("2026-03-11 Träning: dans");
    }

    @Test
    void staffBeginItByHand() {
        ProcessInstance process = engine.start(Map.of("caseNumber", CASE));
        verify(outreach).begin(any());
        assertThat(engine.task("userTask_seekOut")).isAssignedTo("coach.ek");
        engine.complete("userTask_seekOut", Map.of("back", true));
        assertThat(process).isEnded().hasPassed("endEvent_back");
    }

    @Test
    void aParticipantWhoComesBackIsSoughtNoMore() {
        ProcessInstance process = stayedAway();
        engine.complete("userTask_seekOut", Map.of("back", false));
        engine.correlate("participant.returned");
        assertThat(process).isEnded().hasPassed("endEvent_returned").hasNotPassed("endEvent_back");
    }

    @Test
    void theCaseworkerHearsOnceOfAnUnusuallyLongAbsence() {
        ProcessInstance process = stayedAway();
        engine.fire("startEvent_unusuallyLong");
        verify(letter, times(1)).toCaseworker(any(), eq("absence-unusually-long"));
        assertThat(process).isWaitingAt("userTask_seekOut").hasPassed("endEvent_caseworkerTold");
        engine.complete("userTask_seekOut", Map.of("back", false));
        assertThat(engine.engine()
                        .getManagementService()
                        .createJobQuery()
                        .activityId("startEvent_unusuallyLong")
                        .count())
                .isZero();
    }

    @Test
    void nothingIsLeftToDoWhenTheCaseIsClosed() {
        ProcessInstance process = stayedAway();
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
    }
}

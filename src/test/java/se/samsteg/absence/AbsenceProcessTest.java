package se.samsteg.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.letter.Letter;

class AbsenceProcessTest {

    private static final String CASE = "SB-2026-0042";

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("absence");

    private final Absence absence = engine.mock("absence", Absence.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    @BeforeEach
    void aCoachAndDays() {
        when(casefile.coach(CASE)).thenReturn("coach.ek");
    }

    private ProcessInstance missed(String response) {
        return engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("participant.missed")
                .processInstanceBusinessKey(CASE)
                .setVariables(Map.of("caseNumber", CASE, "response", response, "noShowId", "1"))
                .correlateStartMessage();
    }

    @Test
    void theFirstTimeTheCoachHearsOfItAndGoesHome() {
        ProcessInstance process = missed("home-visit");
        verify(letter).toCoach(any(), eq("absence-home-visit"));
        assertThat(engine.task("userTask_visitHome")).isAssignedTo("coach.ek");
        engine.complete("userTask_visitHome", Map.of("validReason", false));
        verify(absence).recordHomeVisit(any());
        assertThat(process).isEnded().hasPassed("endEvent_homeVisitDone");
    }

    @Test
    void aValidReasonIsAnOutcomeOfItsOwn() {
        ProcessInstance process = missed("home-visit");
        engine.complete("userTask_visitHome", Map.of("validReason", true));
        assertThat(process).isEnded().hasPassed("endEvent_notCounted").hasNotPassed("endEvent_homeVisitDone");
    }

    @Test
    void aNoShowThatIsTakenBackNeedsNoVisit() {
        ProcessInstance process = missed("home-visit");
        engine.engine()
                .getRuntimeService()
                .createMessageCorrelation("noShow.takenBack")
                .processInstanceId(process.getId())
                .correlate();
        assertThat(process).isEnded().hasPassed("endEvent_takenBack");
    }

    @Test
    void aTimeInBetweenIsOnlyNoted() {
        assertThat(missed("none")).isEnded().hasPassed("endEvent_noted");
        verify(letter, never()).toCoach(any(), any());
    }

    private ProcessInstance decided(String decision) {
        ProcessInstance process = missed("contact-authority");
        assertThat(engine.task("userTask_contactAuthority")).isAssignedTo("coach.ek");
        engine.complete("userTask_contactAuthority", Map.of("decision", decision, "followUpOn", "2026-04-01"));
        verify(absence).recordContact(any());
        return process;
    }

    @Test
    void aDecisionToContinueEndsTheProcessWithoutDiscontinuing() {
        assertThat(decided("continue")).isEnded().hasPassed("endEvent_continues");
        verify(absence, never()).discontinue(any());
    }

    @Test
    void theExitBeginsOnlyByChoice() {
        assertThat(decided("exit")).isEnded().hasPassed("endEvent_exitBegun");
        verify(absence).discontinue(any());
    }

    @Test
    void anInquiryIsFollowedUpAndGivesTheChoiceAgain() {
        ProcessInstance process = decided("inquiry");
        verify(absence).inquiryDue("2026-04-01");
        assertThat(engine.task("userTask_followUpInquiry")).isAssignedTo("coach.ek");
        engine.complete("userTask_followUpInquiry", Map.of("decision", "continue"));
        verify(absence).recordInquiry(any());
        assertThat(process).isEnded().hasPassed("endEvent_continues").hasNotPassed("endEvent_exitBegun");
    }

    @Test
    void anInquiryCanLeadToTheExit() {
        ProcessInstance process = decided("inquiry");
        engine.complete("userTask_followUpInquiry", Map.of("decision", "exit"));
        assertThat(process).isEnded().hasPassed("endEvent_exitBegun").hasNotPassed("endEvent_continues");
    }

    @Test
    void nothingIsLeftToDoWhenTheCaseIsClosed() {
        ProcessInstance process = missed("home-visit");
        engine.correlate("case.closed");
        assertThat(process).isEnded().hasPassed("endEvent_caseClosed");
    }
}

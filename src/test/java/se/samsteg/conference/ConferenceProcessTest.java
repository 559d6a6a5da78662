package se.samsteg.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
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
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;

class ConferenceProcessTest {

    private static final String CASE = "SB-2026-0042";
    private static final Date SITTING = Date.from(Instant.parse("2026-12-09T07:00:00Z"));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("conference");

    private final Conference conference = engine.mock("conference", Conference.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);
    private final Programme programme = engine.mock("programme", Programme.class);
    private final Letter letter = engine.mock("letter", Letter.class);

    @BeforeEach
    void aCase() {
        when(conference.sittingDay(CASE)).thenReturn(SITTING);
        when(casefile.caseworker(CASE)).thenReturn("handlaggare.fk");
        when(casefile.mayTellCaseworker(CASE, "referral")).thenReturn(true);
        when(conference.assessingGroups(CASE)).thenReturn(List.of("conference"));
        when(conference.nextSitting(CASE)).thenReturn("2026-12-09");
        when(conference.nextSittingDay(CASE)).thenReturn(SITTING);
        when(conference.reviewReminders(CASE)).thenReturn("R/2099-01-04T08:00:00/P1D");
        when(conference.answersAt(CASE, "2026-12-09")).thenReturn(Date.from(Instant.parse("2099-01-01T07:00:00Z")));
        when(programme.completionReminder(CASE)).thenReturn(Date.from(Instant.parse("2099-01-01T07:00:00Z")));
        when(programme.completionDue(CASE)).thenReturn(Date.from(Instant.parse("2099-01-08T07:00:00Z")));
    }

    private ProcessInstance decide(String decision) {
        ProcessInstance process = engine.start(CASE);
        engine.complete("userTask_assess", Map.of("decision", decision));
        return process;
    }

    @Test
    void aReferralIsAssessedByTheConferenceOnTheDayOfTheSitting() {
        ProcessInstance process = engine.start(CASE);

        verify(conference).putOnAgenda(CASE);
        assertThat(engine.task("userTask_assess"))
                .hasCandidateGroup("conference")
                .hasDueDate(SITTING);
        assertThat(process).variables().containsOnlyKeys("caseNumber");
    }

    @Test
    void aDuplicateWaitsForTheLeadOutsideTheAgendaAndIsAnsweredAfterTheSitting() {
        when(conference.needsReview(CASE)).thenReturn(true);
        ProcessInstance process = engine.start(CASE);

        verify(conference, never()).putOnAgenda(CASE);
        assertThat(engine.task("userTask_reviewDuplicate"))
                .hasCandidateGroup("programme-lead")
                .hasDueDate(SITTING);
        engine.complete("userTask_reviewDuplicate", Map.of("decision", "elsewhere"));
        verify(conference).recordReview(any());
        assertThat(process).isWaitingAt("timer_answer");
        verify(letter, never()).toCaseworker(any(), any());
        engine.fire("timer_answer");

        verify(conference).drawUpRecommendation(CASE);
        verify(letter).toCaseworker(any(), eq("conference-recommendation"));
        assertThat(process).isWaitingAt("userTask_receiveRecommendation");
    }

    @Test
    void theLeadIsRemindedOfADuplicateAgainAndAgainAndTheTaskStays() {
        when(conference.needsReview(CASE)).thenReturn(true);
        ProcessInstance process = engine.start(CASE);
        engine.fire("timer_reviewReminder");
        engine.fire("timer_reviewReminder");

        verify(letter, times(2)).toLead(any(), eq("conference-duplicate-reminder"));
        assertThat(process).hasPassed("endEvent_reviewReminded").isWaitingAt("userTask_reviewDuplicate");
    }

    @Test
    void aReferralThatTheLeadFindsToBeNewIsAssessedLikeTheOthers() {
        when(conference.needsReview(CASE)).thenReturn(true);
        ProcessInstance process = engine.start(CASE);
        engine.complete("userTask_reviewDuplicate", Map.of("decision", "new"));

        verify(conference).putOnAgenda(CASE);
        assertThat(process).isWaitingAt("userTask_assess");
    }

    @Test
    void aDecisionToAdmitEndsTheConferenceAsAdmitted() {
        assertThat(decide("admit")).isEnded().hasPassed("endEvent_admitted");
        verify(conference).recordAssessment(any());
    }

    @Test
    void anAssessmentThatIsRefusedLeavesTheReferralWhereItWas() {
        ProcessInstance process = engine.start(CASE);
        doThrow(new Refused("Coach: välj en coach.")).when(conference).recordAssessment(any());

        assertThatThrownBy(() -> engine.complete("userTask_assess", Map.of("decision", "admit")))
                .hasStackTraceContaining("Coach: välj en coach.");
        assertThat(process).isWaitingAt("userTask_assess");
    }

    @Test
    void whatIsMissingIsAskedOfTheCaseworkerAndTheReferralComesBackToTheNextSitting() {
        ProcessInstance process = decide("complete");

        verify(letter).toCaseworker(any(), eq("conference-completion"));
        assertThat(engine.task("userTask_complete")).isAssignedTo("handlaggare.fk");
        engine.complete("userTask_complete", Map.of("completion", "Läkarintyg finns."));

        verify(conference).recordCompletion(any());
        verify(conference, times(2)).putOnAgenda(CASE);
        assertThat(process).isWaitingAt("userTask_assess");
    }

    @Test
    void aCompletionThatTakesTimeIsRemindedOfAndThenToldToTheLeadWhileTheTaskStays() {
        ProcessInstance process = decide("complete");

        engine.fire("timer_completionReminder");
        verify(letter).toCaseworker(any(), eq("conference-completion-reminder"));
        engine.fire("timer_completionOverdue");
        verify(letter).toLead(any(), eq("conference-completion-overdue"));

        assertThat(process).isWaitingAt("userTask_complete");
    }

    @Test
    void aRecommendationBecomesADocumentThatTheCaseworkerReceivesBeforeTheCaseIsClosed() {
        ProcessInstance process = decide("recommend");

        verify(conference).drawUpRecommendation(CASE);
        verify(letter).toCaseworker(any(), eq("conference-recommendation"));
        assertThat(engine.task("userTask_receiveRecommendation")).isAssignedTo("handlaggare.fk");
        engine.complete("userTask_receiveRecommendation", Map.of());

        verify(conference).recordReceipt(any());
        verify(casefile).close(any());
        assertThat(process).isEnded().hasPassed("endEvent_recommendedElsewhere");
    }

    @Test
    void whereSomeMayNotKnowTheOthersGetTheTaskByName() {
        when(conference.assessingGroups(CASE)).thenReturn(List.of());
        when(conference.assessingMembers(CASE)).thenReturn(List.of("ledamot.af", "ledamot.fk"));
        engine.start(CASE);

        assertThat(engine.engine()
                        .getTaskService()
                        .getIdentityLinksForTask(engine.task("userTask_assess").getId()))
                .extracting(link -> link.getUserId() + " " + link.getGroupId())
                .containsExactlyInAnyOrder("ledamot.af null", "ledamot.fk null");
    }

    @Test
    void aRecommendationThatMayNotBeSharedStaysInTheFileAndTheLeadIsToldWhy() {
        when(casefile.mayTellCaseworker(CASE, "referral")).thenReturn(false);
        when(casefile.whyNotTellCaseworker(CASE, "referral")).thenReturn("Samtycke saknas");
        ProcessInstance process = decide("recommend");

        verify(conference).drawUpRecommendation(CASE);
        verify(letter).toLead(any(), eq("conference-not-shared"), eq("Samtycke saknas"));
        verify(letter, never()).toCaseworker(any(), any());
        assertThat(process).isEnded().hasPassed("endEvent_notShared");
    }

    @Test
    void theCoachesToChooseFromAreShownInTheTaskOnly() {
        when(conference.coaches(CASE)).thenReturn(List.of());
        engine.start(CASE);

        var variables = engine.engine()
                .getTaskService()
                .getVariables(engine.task("userTask_assess").getId());
        assertThat(variables).containsKeys("coaches", "reason", "agenda");
    }
}

package se.samsteg.prerehab;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.Appointments;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

class PrerehabTest {

    private static final String CASE = "SB-2026-0001";
    private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T09:00:00Z");

    private final Facts facts = mock(Facts.class);
    private final DelegateExecution execution = mock(DelegateExecution.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final Prerehab prerehab = new Prerehab(
            facts,
            mock(Programmes.class),
            mock(Programme.class),
            events,
            mock(GroupResults.class),
            new Assessments(
                    facts,
                    mock(FormTexts.class),
                    mock(Appointments.class),
                    Clock.fixed(JUNE, ZoneId.of("Europe/Stockholm")),
                    events),
            mock(Therapist.class));

    @BeforeEach
    void aCase() {
        when(execution.getVariable("caseNumber")).thenReturn(CASE);
    }

    private static <T> List<Facts.Entry<T>> at(Instant when, T fact) {
        return List.of(new Facts.Entry<>(UUID.randomUUID(), when, "coach1", "", fact, null));
    }

    private void planned(Instant when, @Nullable String wantedGroup, boolean wantsAssessment) {
        when(facts.all(CASE, Prerehab.Plan.class))
                .thenReturn(at(when, new Prerehab.Plan(wantedGroup, wantsAssessment)));
    }

    private void evaluated(Instant when, String next, @Nullable String followOn) {
        when(facts.all(CASE, GroupEvaluation.class))
                .thenReturn(at(when, new GroupEvaluation("Vänner", null, next, followOn)));
    }

    private void decided(Instant when, String nextStep, @Nullable String wantedGroup, @Nullable Boolean assessment) {
        when(facts.all(CASE, Prerehab.Decision.class))
                .thenReturn(at(when, new Prerehab.Decision(nextStep, wantedGroup, assessment)));
    }

    private void assertToDo(String groupType, boolean wantsAssessment) {
        prerehab.readPlan(execution);
        verify(execution).setVariable("groupType", groupType);
        verify(execution).setVariable("wantsGroup", !groupType.equals("none"));
        verify(execution).setVariable("wantsAssessment", wantsAssessment);
    }

    @Test
    void thePlanSaysWhichGroupAndWhetherToAssess() {
        planned(MARCH, "halsogrupp", true);
        assertToDo("halsogrupp", true);
    }

    @Test
    void whoWorksIndividuallyJoinsNoQueue() {
        planned(MARCH, null, true);
        assertToDo("none", true);
    }

    @Test
    void theSecondTimeTheFollowOnGroupCountsAndNothingIsAssessedAgain() {
        planned(MARCH, "halsogrupp", true);
        evaluated(JUNE, "group", "aktivitetsgrupp");
        when(facts.all(CASE, SupportAssessment.class))
                .thenReturn(at(
                        JUNE,
                        new SupportAssessment(
                                null,
                                null,
                                null,
                                null,
                                null,
                                LocalDate.of(2026, 5, 1),
                                "no",
                                null,
                                "no",
                                null,
                                "no",
                                null,
                                "Inga",
                                null,
                                null,
                                null)));
        assertToDo("aktivitetsgrupp", false);
    }

    @Test
    void whatCameOfAMeetingThatWasNotHeldIsNoAssessment() {
        planned(MARCH, "halsogrupp", true);
        when(facts.all(CASE, SupportAssessment.class))
                .thenReturn(at(
                        JUNE,
                        new SupportAssessment(
                                "absent",
                                null,
                                LocalDate.of(2026, 6, 8),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
        assertToDo("halsogrupp", true);
    }

    @Test
    void aParticipantJoinsNoQueueWhenTheEvaluationNamesNoGroup() {
        planned(MARCH, "halsogrupp", false);
        evaluated(JUNE, "workplace", null);
        assertToDo("none", false);
    }

    @Test
    void aPlanWrittenAfterTheGroupDecides() {
        evaluated(MARCH, "workplace", null);
        planned(JUNE, "aktivitetsgrupp", false);
        assertToDo("aktivitetsgrupp", false);
    }

    @Test
    void whoTakesTheStepLaterGetsWhatWasDecidedThen() {
        planned(MARCH, null, false);
        evaluated(MARCH, "workplace", null);
        decided(JUNE, "prerehab", "mabra", true);
        assertToDo("mabra", true);
    }

    @Test
    void anAssessmentIsMadeAgainWhereItIsDecidedAgain() {
        planned(MARCH, "halsogrupp", true);
        when(facts.all(CASE, SupportAssessment.class))
                .thenReturn(at(
                        MARCH.plusSeconds(60),
                        new SupportAssessment(
                                null,
                                null,
                                null,
                                null,
                                null,
                                LocalDate.of(2026, 3, 1),
                                "no",
                                null,
                                "no",
                                null,
                                "no",
                                null,
                                "Inga",
                                null,
                                null,
                                null)));
        decided(JUNE, "prerehab", null, true);
        assertToDo("none", true);
    }

    @Test
    void aDecisionForAnotherStepOrBeforeThePlanDecidesNothing() {
        planned(MARCH, "halsogrupp", false);
        decided(JUNE, "workplace", null, null);
        assertToDo("halsogrupp", false);

        planned(JUNE, "aktivitetsgrupp", true);
        decided(MARCH, "prerehab", "mabra", false);
        prerehab.readPlan(execution);
        verify(execution).setVariable("groupType", "aktivitetsgrupp");
    }

    @Test
    void withoutAPlanThereIsNothingToDo() {
        when(facts.all(any(), Mockito.<Class<Record>>any())).thenReturn(List.of());
        assertToDo("none", false);
    }

    @Test
    void whatIsPromisedAboutANeedOrAtAnAssessmentIsToldToTheModuleThatFollowsItUp() {
        DelegateTask task = mock(DelegateTask.class);
        when(task.getVariable("caseNumber")).thenReturn(CASE);
        when(facts.record(task, SupportAssessment.class))
                .thenReturn(new SupportAssessment(
                        "held",
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 3, 2),
                        "no",
                        null,
                        "no",
                        null,
                        "no",
                        null,
                        "Inga",
                        null,
                        null,
                        null));

        prerehab.recordIndividualNeed(task);
        verify(events).publishEvent(new NeedRecorded(CASE));
        prerehab.recordSupportAssessment(task);
        verify(events).publishEvent(new AssessmentRecorded(CASE));
    }
}

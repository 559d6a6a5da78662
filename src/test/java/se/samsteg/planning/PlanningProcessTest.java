package se.samsteg.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsteg.alert.Alert;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.PhaseEngine;
import se.samsteg.form.Choice;
import se.samsteg.form.Refused;

class PlanningProcessTest {

    private static final String CASE = "SB-2026-0001";

    private static final Date LATER = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

    @RegisterExtension
    static PhaseEngine engine = PhaseEngine.of("planning");

    private final Planning planning = engine.mock("planning", Planning.class);
    private final Alert alert = engine.mock("alert", Alert.class);
    private final CasePhase casefile = engine.mock("casefile", CasePhase.class);

    @BeforeEach
    void aCaseWithACoach() {
        when(casefile.coach(CASE)).thenReturn("coach.ett");
        when(casefile.participant(CASE)).thenReturn("Anna Ek, född 1980");
        when(planning.talkIntervalWeeks(CASE)).thenReturn(2);
        when(planning.enrolmentBooked(CASE)).thenReturn("2027-02-08");
        when(planning.enrolled(CASE)).thenReturn(false, true);
        when(planning.enrolmentDay(CASE)).thenReturn(LATER);
        when(planning.noContactDue(CASE)).thenReturn(LATER);
        when(planning.groupTypes(CASE)).thenReturn(List.of(new Choice("Hälsogrupp", "halsogrupp")));
    }

    private Object shown(String task, String key) {
        return engine.engine().getTaskService().getVariable(engine.task(task).getId(), key);
    }

    @Test
    void theCoachEnrolsMapsMeasuresAndPlansAndTheProgrammeLearnsTheNextStep() {
        ProcessInstance process = engine.start(CASE);

        assertThat(engine.task("userTask_holdEnrolment").getAssignee()).isEqualTo("coach.ett");
        assertThat(shown("userTask_holdEnrolment", "participant")).isEqualTo("Anna Ek, född 1980");
        engine.complete("userTask_holdEnrolment", Map.of());
        verify(planning).recordEnrolment(any());
        engine.complete("userTask_mapSituation", Map.of("restrictedNote", "Hot i hemmet"));
        verify(planning).recordMapping(any());
        assertThat(shown("userTask_measureBaseline", "instrument")).isEqualTo("own-questions");
        engine.complete("userTask_measureBaseline", Map.of());
        verify(planning).recordBaseline(any());
        assertThat(shown("userTask_writeActionPlan", "talkIntervalWeeks")).isEqualTo(2);
        assertThat(shown("userTask_writeActionPlan", "groupTypes").toString()).contains("halsogrupp");
        engine.complete("userTask_writeActionPlan", Map.of("ownGoal", "Arbete", "nextStep", "prerehab"));
        verify(planning).recordActionPlan(any());

        assertThat(process).isEnded().hasPassed("endEvent_planned");
    }

    @Test
    void aParticipantWhoIsEnrolledAlreadyIsMappedAtOnce() {
        when(planning.enrolled(CASE)).thenReturn(true);

        ProcessInstance process = engine.start(CASE);

        assertThat(process).isWaitingAt("userTask_mapSituation").hasNotPassed("userTask_holdEnrolment");
    }

    @Test
    void aTalkThatWasNotHeldComesAgainOnItsNewDay() {
        when(planning.enrolled(CASE)).thenReturn(false);
        ProcessInstance process = engine.start(CASE);
        when(planning.enrolmentBooked(CASE)).thenReturn("2027-02-15\n2027-02-08 Uteblev");
        engine.complete("userTask_holdEnrolment", Map.of("outcome", "absent"));
        assertThat(process).isWaitingAt("userTask_holdEnrolment").hasNotPassed("userTask_mapSituation");
        assertThat(shown("userTask_holdEnrolment", "booked")).isEqualTo("2027-02-15\n2027-02-08 Uteblev");
        assertThat(shown("userTask_holdEnrolment", "outcome")).isNull();
        assertThat(engine.task("userTask_holdEnrolment").getDueDate()).isEqualTo(LATER);
        verify(alert).settleIf(eq(false), any(), eq("no-contact"));
        when(planning.enrolled(CASE)).thenReturn(true);
        engine.complete("userTask_holdEnrolment", Map.of("outcome", "held"));
        verify(alert).settleIf(eq(true), any(), eq("no-contact"));
        assertThat(process).isWaitingAt("userTask_mapSituation");
    }

    @Test
    void theLeadIsToldWhereverTheParticipantIsNotMetOnTheWayToThePlan() {
        ProcessInstance process = engine.start(CASE);
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("userTask_holdEnrolment", "timer_noContactBeforeEnrolment");
        steps.put("userTask_mapSituation", "timer_noContactBeforeMapping");
        steps.put("userTask_measureBaseline", "timer_noContactBeforeBaseline");
        steps.put("userTask_writeActionPlan", "timer_noContactBeforePlan");
        steps.forEach((task, timer) -> {
            engine.fire(timer);
            assertThat(process).isWaitingAt(task);
            engine.complete(task, task.equals("userTask_writeActionPlan") ? Map.of("nextStep", "prerehab") : Map.of());
        });
        verify(alert, times(4)).raise(any(), eq("no-contact"));
        verify(alert, times(3)).settle(any(), eq("no-contact"));
        assertThat(process).isEnded();
    }

    @Test
    void nothingThatIsTypedReachesTheProcess() {
        ProcessInstance process = engine.start(CASE);
        engine.complete("userTask_holdEnrolment", Map.of("expectation", "Jag vill må bättre"));
        engine.complete("userTask_mapSituation", Map.of("restrictedNote", "Hot i hemmet"));

        assertThat(engine.engine().getRuntimeService().getVariables(process.getId()))
                .containsOnlyKeys("caseNumber");
    }

    @Test
    void aPlanThatIsRefusedIsNotLeft() {
        ProcessInstance process = engine.start(CASE);
        engine.complete("userTask_holdEnrolment", Map.of());
        engine.complete("userTask_mapSituation", Map.of());
        engine.complete("userTask_measureBaseline", Map.of());
        doThrow(new Refused("Nästa steg: fel.")).when(planning).recordActionPlan(any());

        Assertions.assertThatThrownBy(
                () -> engine.complete("userTask_writeActionPlan", Map.of("nextStep", "workplace")));
        assertThat(process).isWaitingAt("userTask_writeActionPlan");
    }
}

package se.samsteg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.measure.Promises.Plan.Step;
import se.samsteg.planning.PlanRecorded;
import se.samsteg.prerehab.AssessmentRecorded;
import se.samsteg.prerehab.NeedRecorded;

@SamstegTest
class MeasureTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    CasePhase casefile;

    @Autowired
    Measure measure;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void aCaseIsUnderWay() {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY);
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private static Promises.Plan plan(String first, String second, @Nullable String third) {
        Step walks = new Step(1, "Promenader", first, TODAY.plusMonths(1));
        Step school = new Step(2, "Smärtskola", second, TODAY.plusMonths(2));
        return new Promises.Plan(
                third == null
                        ? List.of(walks, school)
                        : List.of(walks, school, new Step(3, "Budgetrådgivning", third, TODAY.plusMonths(3))));
    }

    private void promise(String kind, LocalDate until) {
        world.starts(
                "coach1",
                "measure",
                Map.of(
                        "caseNumber",
                        caseNumber,
                        "kind",
                        kind,
                        "promised",
                        "Första besök",
                        "promisedBy",
                        "region",
                        "unit",
                        "Vårdcentralen Tumba",
                        "promisedFor",
                        until));
    }

    private void asked(LocalDate contactedOn, String state, @Nullable LocalDate promisedNow) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "contactedOn", contactedOn,
                "contactBy", "phone",
                "contactWith", "Receptionen",
                "result", "Återkommer",
                "state", state));
        if (promisedNow != null) {
            answers.put("newPromisedFor", promisedNow);
        }
        if (state.equals("done")) {
            answers.put("begunOn", contactedOn);
            answers.put("finishedOn", contactedOn);
        }
        world.completes("coach1", "userTask_followUpMeasure", caseNumber, answers);
    }

    private void goesOn(String state, Map<String, Object> days) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "contactedOn", world.today(),
                "contactBy", "phone",
                "contactWith", "Mottagningen",
                "result", "Går bra",
                "state", state));
        answers.putAll(days);
        world.completes("coach1", "userTask_followUpMeasure", caseNumber, answers);
    }

    private Map<String, Object> days() {
        return jdbc.sql(
                        "select begun_on::text, finished_on::text, promised_for::text, outcome from case_measure where case_number = ?")
                .param(caseNumber)
                .query()
                .singleRow();
    }

    @Test
    void aTherapyThatHasBegunIsAskedAboutUntilItIsDoneOrBrokenOff() {
        promise("cbt", TODAY.plusDays(3));
        LocalDate begun = TODAY.plusDays(2);
        world.passesTo(TODAY.plusDays(7));
        assertThatThrownBy(() -> goesOn("begun", Map.of("newPromisedFor", TODAY.plusWeeks(12))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Insatsen började:");
        goesOn("begun", Map.of("begunOn", begun, "newPromisedFor", TODAY.plusWeeks(12)));
        assertThat(days())
                .containsEntry("begun_on", begun.toString())
                .containsEntry("promised_for", TODAY.plusWeeks(12).toString())
                .containsEntry("outcome", null);
        world.passesTo(TODAY.plusWeeks(12));
        assertThat(String.valueOf(world.shown("coach1", "userTask_followUpMeasure", caseNumber, "begunOn")))
                .isEqualTo(begun.toString());
        assertThatThrownBy(() -> goesOn("done", Map.of("begunOn", begun, "finishedOn", begun.minusDays(1))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Insatsen slutade:");
        goesOn("discontinued", Map.of("begunOn", begun, "finishedOn", TODAY.plusWeeks(10)));
        assertThat(days())
                .containsEntry("finished_on", TODAY.plusWeeks(10).toString())
                .containsEntry("outcome", "discontinued");
        assertThat(world.endsOf("measure")).contains("endEvent_discontinued");
    }

    private void leadRaisesIt() {
        world.completes(
                "projektledare1",
                "userTask_raise",
                caseNumber,
                Map.of("done", "Ringde", "agreedWith", "Chefen", "agreed", "Svar i veckan"));
    }

    private int open(String task) {
        return Collections.frequency(world.openTasks(caseNumber), task);
    }

    private long lettersTo(String user) {
        return world.mailTo(user).stream()
                .filter(letter -> letter.startsWith("En utlovad insats dröjer"))
                .count();
    }

    private List<String> measures() {
        return jdbc.sql(
                        "select promised || ' ' || promised_by || ' ' || opened_from from measure order by promised_for")
                .query(String.class)
                .list();
    }

    @Test
    void theStepsOfOthersInThePlanAreOpenedOnce() {
        cases.has(caseNumber, "planning-action-plan", plan("participant", "region", "other"));
        events.publishEvent(new PlanRecorded(caseNumber));
        measure.fromPlan(caseNumber); // as a case of an earlier model does, too
        assertThat(measures()).containsExactly("Smärtskola region plan", "Budgetrådgivning other plan");
        assertThat(open("userTask_followUpMeasure")).isEqualTo(2);
        assertThat(String.valueOf(world.shown("coach1", "userTask_followUpMeasure", caseNumber, "promise")))
                .isEqualTo("Smärtskola\nUtlovat av Regionens hälso- och sjukvård till 2027-05-01.");
    }

    @Test
    void aPlanOfTheParticipantAndTheCoachOpensNothing() {
        cases.has(caseNumber, "planning-action-plan", plan("participant", "coach", null));
        measure.fromPlan(caseNumber);
        assertThat(measures()).isEmpty();
    }

    @Test
    void aNeedInTheGroupAndAnAssessmentOpenWhatWasPromised() {
        cases.has(caseNumber, "prerehab-individual-need", new Promises.One("Kurator", "region", TODAY.plusDays(9)));
        events.publishEvent(new NeedRecorded(caseNumber));
        cases.has(caseNumber, "prerehab-individual-need", new Promises.One(null, null, null));
        events.publishEvent(new NeedRecorded(caseNumber));
        cases.has(caseNumber, "prerehab-support-assessment", new Promises.One("Synhjälp", "af", TODAY.plusDays(20)));
        events.publishEvent(new AssessmentRecorded(caseNumber));
        assertThat(measures()).containsExactly("Kurator region group", "Synhjälp af assessment");
    }

    @Test
    void twoWeeksWithoutAnyAttemptAreTheSecondTime() {
        promise("psychologist", TODAY.plusDays(3));
        assertThat(measures()).containsExactly("Psykolog: Första besök region staff");
        world.passesTo(TODAY.plusDays(4));
        assertThat(lettersTo("coach1")).isEqualTo(1);
        world.passesTo(TODAY.plusDays(17));
        assertThat(lettersTo("projektledare1")).isZero();
        world.passesTo(TODAY.plusDays(18));
        assertThat(lettersTo("projektledare1")).isEqualTo(1);
        world.passesTo(TODAY.plusDays(90));
        assertThat(lettersTo("projektledare1")).isEqualTo(1);
        assertThat(lettersTo("coach1")).isEqualTo(1);
        assertThat(open("userTask_raise")).isEqualTo(1);
    }

    @Test
    void theLeadHasOneTaskAtATimeAndHearsAgainOfANewBrokenPromise() {
        promise("sfi", TODAY);
        world.passesTo(TODAY.plusDays(1));
        asked(world.today(), "waiting", TODAY.plusDays(5));
        world.passesTo(TODAY.plusDays(6));
        asked(world.today(), "waiting", TODAY.plusDays(10));
        world.passesTo(TODAY.plusDays(11));
        assertThat(open("userTask_raise")).as("while the lead is at it").isEqualTo(1);
        assertThat(lettersTo("projektledare1")).isEqualTo(1);

        leadRaisesIt();
        asked(world.today(), "waiting", TODAY.plusDays(20));
        world.passesTo(TODAY.plusDays(21));
        assertThat(open("userTask_raise")).isEqualTo(1);
        assertThat(lettersTo("projektledare1")).isEqualTo(2);
        leadRaisesIt();
        world.passesTo(TODAY.plusDays(60));
        assertThat(open("userTask_raise")).as("told about that very day").isZero();
    }

    @Test
    void aDayThatHadPassedWhenThePlanWasWrittenIsLateFromTomorrow() {
        cases.has(
                caseNumber,
                "planning-action-plan",
                new Promises.Plan(List.of(new Step(1, "Läkarbesök", "region", TODAY.minusDays(40)))));
        measure.fromPlan(caseNumber);
        world.settles();
        assertThat(lettersTo("coach1")).isZero();
        world.passesTo(TODAY.plusDays(1));
        assertThat(lettersTo("coach1")).isEqualTo(1);
        assertThat(lettersTo("projektledare1")).isZero();
    }

    @Test
    void aContactIsTakenBeforeItIsWrittenDown() {
        promise("cbt", TODAY.plusDays(3));
        assertThatThrownBy(() -> asked(TODAY.plusDays(1), "done", null))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Kontakt togs:");
        assertThat(open("userTask_followUpMeasure")).isEqualTo(1);
    }

    @Test
    void aPromiseOfAnotherPartyNamesTheOrganisation() {
        assertThatThrownBy(() -> new Promise(caseNumber, "sfi", null, "En plats", "other", null, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Enhet eller organisation:");
    }

    @Test
    void aCaseThatIsClosedTakesItsMeasuresWithIt() {
        promise("debt-advice", TODAY.plusDays(3));
        casefile.close(caseNumber, TODAY);
        assertThat(world.openTasks(caseNumber)).isEmpty();
        assertThat(jdbc.sql("select outcome from measure").query(String.class).single())
                .isEqualTo("case-closed");
    }
}

package se.samsteg.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;

@SamstegTest
class CoachedCaseTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Programmes programmes;

    private String caseNumber;

    @BeforeEach
    void coachingBegins() {
        world.begin(START);
        caseNumber = cases.open("coach1", START);
        cases.has(caseNumber, "planning-baseline", new Baseline("own-questions", "2", "4", "6"));
        cases.has(caseNumber, "planning-action-plan", new Talks.Plan(2, true));
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private record Baseline(String instrument, String instrumentVersion, String physicalHealth, String motivation) {}

    private void talk(int health, LocalDate next) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "outcome",
                "held",
                "measured",
                true,
                "physicalHealth",
                "" + health,
                "motivation",
                "6",
                "commitmentsKept",
                "yes",
                "nextTalk",
                next));
        world.completes("coach1", "userTask_holdTalk", caseNumber, answers);
    }

    private void missed() {
        world.completes(
                "coach1",
                "userTask_holdTalk",
                caseNumber,
                Map.of("outcome", "absent", "nextTalk", world.today().plusWeeks(1)));
    }

    private long open(String task) {
        return world.openTasks(caseNumber).stream().filter(task::equals).count();
    }

    @Test
    void thePlanIsReviewedTwelveWeeksInWithAPictureOfProgress() {
        talk(7, START.plusWeeks(2));
        world.passesTo(START.plusWeeks(12).minusDays(1));
        assertThat(open("userTask_reviewPlan")).isZero();
        world.passesTo(START.plusWeeks(12));
        assertThat(open("userTask_reviewPlan")).isEqualTo(1);
        assertThat(world.shown("coach1", "userTask_reviewPlan", caseNumber, "progress"))
                .asString()
                .contains("Fysisk hälsa: 4 vid start, 7 senast (+3)")
                .contains("Motivation: 6 vid start, 6 senast (oförändrat)")
                .contains("Självkänsla: saknas vid start, saknas senast");
        world.passesTo(START.plusWeeks(24));
        assertThat(open("userTask_reviewPlan"))
                .as("one that is left undone gets no second beside it")
                .isEqualTo(1);
    }

    @Test
    void theScalesAreProposedEverySixthWeekAndHoldNoTalkBack() {
        assertThat(world.shown("coach1", "userTask_holdTalk", caseNumber, "measured"))
                .isEqualTo(false);
        for (int week = 2; week <= 4; week += 2) {
            world.passesTo(START.plusWeeks(week));
            world.completes(
                    "coach1",
                    "userTask_holdTalk",
                    caseNumber,
                    Map.of(
                            "outcome", "held",
                            "commitmentsKept", "yes",
                            "nextTalk", START.plusWeeks(week + 2)));
        }
        assertThat(world.shown("coach1", "userTask_holdTalk", caseNumber, "measured"))
                .as("the talk of the sixth week")
                .isEqualTo(true);
        world.completes(
                "coach1",
                "userTask_holdTalk",
                caseNumber,
                Map.of(
                        "outcome", "held",
                        "commitmentsKept", "yes",
                        "physicalHealth", "declined",
                        "nextTalk", START.plusWeeks(8)));
        assertThat(open("userTask_holdTalk")).isEqualTo(1);
    }

    @Test
    void theLeadIsAlertedOnceAfterThirtyDaysWithoutContact() {
        world.passesTo(START.plusDays(29));
        missed();
        assertThat(open("userTask_handleAlert")).isZero();
        world.passesTo(START.plusDays(30));
        assertThat(open("userTask_handleAlert")).isEqualTo(1);
        missed();
        world.passesTo(START.plusDays(45));
        missed();
        world.passesTo(START.plusDays(75));
        assertThat(open("userTask_handleAlert")).isEqualTo(1);
        // What is told again says since when.
        assertThat(world.mailTo("projektledare1"))
                .filteredOn(letter -> !letter.contains("(sedan "))
                .hasSize(1);
    }

    @Test
    void aTalkThatIsHeldAfterAllEndsTheAlert() {
        world.passesTo(START.plusDays(30));
        missed();
        assertThat(open("userTask_handleAlert")).isEqualTo(1);
        talk(5, START.plusDays(44));
        assertThat(open("userTask_handleAlert")).isZero();
    }

    @Test
    void aTalkThatIsHeldPutsTheAlertOff() {
        world.passesTo(START.plusDays(20));
        talk(5, START.plusDays(34));
        world.passesTo(START.plusDays(49));
        assertThat(open("userTask_handleAlert")).isZero();
    }

    @Test
    void aPreliminaryPlanIsCompletedAfterTheStartIsChecked() {
        world.passesTo(START.plusWeeks(2));
        world.completes(
                "coach1",
                "userTask_checkIn",
                caseNumber,
                Map.of("startedAsPlanned", "yes", "experience", "Det går bra"));
        world.completes(
                "coach1",
                "userTask_completePlan",
                caseNumber,
                Map.of(
                        "step1Purpose",
                        "Bli starkare",
                        "step1Measure",
                        "Hälsogrupp",
                        "step1Responsible",
                        "coach",
                        "step1Date",
                        world.today().plusMonths(2),
                        "exitPlan",
                        "Till praktik",
                        "agreedOn",
                        world.today()));
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_holdTalk");
    }

    @Test
    void theEndIsPreparedWhenTheLongestStayIsOver() {
        world.passesTo(LocalDate.of(2028, 3, 1));
        assertThat(world.mailTo("projektledare1"))
                .anyMatch(letter -> letter.startsWith("Programtiden tar slut, ärende " + caseNumber));
        assertThat(open("userTask_prepareEnd")).isEqualTo(1);
    }

    private void preparesTheEnd(Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "remaining",
                "Praktik",
                "continuation",
                "AF tar vid",
                "plannedExit",
                world.today().plusMonths(3)));
        answers.putAll(more);
        world.completes("coach1", "userTask_prepareEnd", caseNumber, answers);
    }

    private Map<String, Object> extendedTo(LocalDate day) {
        return Map.of("moreTime", "yes", "extendedTo", day, "extensionReason", "Praktiken är inte klar.");
    }

    @Test
    void moreTimeMovesTheAlertAndThePreparationEightWeeksBeforeTheNewEnd() {
        try (var eightWeeks = new OtherSettings(programmes, "samboradet", "coaching: {prepareEndBefore: P8W}")) {
            LocalDate end = LocalDate.of(2028, 3, 1);
            world.passesTo(end);
            assertThat(world.shown("coach1", "userTask_prepareEnd", caseNumber, "stayUntil"))
                    .isEqualTo("2028-03-01");
            assertThatThrownBy(() -> preparesTheEnd(Map.of("moreTime", "yes", "extendedTo", end.plusMonths(6))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Varför förlängs tiden?");
            preparesTheEnd(extendedTo(end.plusMonths(6)));

            LocalDate prepared = end.plusMonths(6).minusWeeks(8);
            world.passesTo(prepared.minusDays(1));
            assertThat(open("userTask_prepareEnd")).isZero();
            world.passesTo(prepared);
            assertThat(world.mailTo("projektledare1"))
                    .filteredOn(letter -> letter.startsWith("Programtiden tar slut, ärende " + caseNumber))
                    .hasSize(2);
            assertThat(world.shown("coach1", "userTask_prepareEnd", caseNumber, "stayUntil"))
                    .isEqualTo("2028-09-01");
            assertThatThrownBy(() -> preparesTheEnd(extendedTo(end.plusMonths(6))))
                    .isInstanceOf(Refused.class)
                    .hasMessage("Förlängs till och med: välj en dag efter 2028-09-01, då programtiden tar slut.");
            preparesTheEnd(Map.of("moreTime", "no"));
            world.passes(Period.ofYears(1));
            assertThat(open("userTask_prepareEnd")).isZero();
        }
    }

    @Test
    void whatIsAgainstARuleIsRefusedAndTheTalkStaysOpen() {
        assertThatThrownBy(() -> talk(7, START)).isInstanceOf(Refused.class).hasMessageContaining("Nästa samtal:");
        assertThat(world.openTasks(caseNumber)).isEqualTo(List.of("userTask_holdTalk"));
    }

    /** The programme of a released version ends its Insats when the coaching ends; a message would not reach it. */
    @Test
    void anExitThatNoProgrammeHearsOfIsRefusedAndTheTalkStaysOpen() {
        world.passesTo(START.plusWeeks(2));
        Map<String, Object> answers = Map.of("outcome", "excused", "beginExit", true, "exitReason", "Arbete väntar");
        assertThatThrownBy(() -> world.completes("coach1", "userTask_holdTalk", caseNumber, answers))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Börja utslussning: ");
        assertThat(world.openTasks(caseNumber)).contains("userTask_holdTalk");
    }
}

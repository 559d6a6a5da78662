package se.samsteg.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Forms;

@SamstegTest
@Transactional
class CoachingTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LocalDate ENROLLED = LocalDate.of(2026, 9, 1);

    @Autowired
    Coaching coaching;

    @Autowired
    EnrolledCase cases;

    private String caseNumber;

    @BeforeEach
    void aCaseIsEnrolled() {
        itIs(ENROLLED, 9);
        caseNumber = cases.open("coach1", ENROLLED);
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private static void itIs(LocalDate day, int hour) {
        ClockUtil.setCurrentTime(
                Date.from(ZonedDateTime.of(day, LocalTime.of(hour, 0), ZONE).toInstant()));
    }

    private static ZonedDateTime morning(LocalDate day) {
        return day.atTime(8, 0).atZone(ZONE);
    }

    private void planWith(@Nullable Integer weeks, @Nullable Boolean preliminary) {
        cases.has(caseNumber, "planning-action-plan", new Talks.Plan(weeks, preliminary));
    }

    private void held(LocalDate on, LocalDate next, @Nullable Integer newInterval) {
        itIs(on, 14);
        cases.has(
                caseNumber,
                "coaching-talk",
                talk(Map.of(
                        "outcome",
                        "held",
                        "measured",
                        true,
                        "instrument",
                        "own-questions",
                        "instrumentVersion",
                        "2",
                        "physicalHealth",
                        "6",
                        "commitmentsKept",
                        "yes",
                        "nextTalk",
                        next.toString(),
                        "talkIntervalWeeks",
                        newInterval == null ? "" : newInterval)));
    }

    private static Talk talk(Map<String, Object> answers) {
        Map<String, Object> values = new HashMap<>(answers);
        values.values().removeIf(""::equals);
        return new Forms.Filled("coaching-talk", "1", values).as(Talk.class);
    }

    private record Baseline(String instrument, String instrumentVersion, String physicalHealth) {}

    private static void is(Date date, LocalDate day) {
        assertThat(date.toInstant()).isEqualTo(morning(day).toInstant());
    }

    @Test
    void theFirstTalkFollowsTheProgrammesIntervalWhereThePlanNamesNone() {
        is(coaching.talkDue(caseNumber), ENROLLED.plusWeeks(2));
    }

    @Test
    void theParticipantsOwnIntervalComesFirst() {
        planWith(3, null);
        is(coaching.talkDue(caseNumber), ENROLLED.plusWeeks(3));
    }

    @Test
    void aBookedTalkIsDueOnItsDay() {
        held(ENROLLED.plusDays(3), ENROLLED.plusDays(20), 1);
        is(coaching.talkDue(caseNumber), ENROLLED.plusDays(20));
    }

    @Test
    void contactIsMissedAFullPeriodAfterTheLastTalkThatWasHeld() {
        held(ENROLLED.plusDays(10), ENROLLED.plusDays(20), null);
        is(coaching.noContactDue(caseNumber), ENROLLED.plusDays(40));
    }

    @Test
    void missedContactIsToldOnceAPeriodAndNotWithEveryTalkThatIsMissed() {
        held(ENROLLED.plusDays(10), ENROLLED.plusDays(20), null);
        itIs(ENROLLED.plusDays(40), 9); // told this morning
        is(coaching.noContactDue(caseNumber), ENROLLED.plusDays(70));
        itIs(ENROLLED.plusDays(45), 9);
        is(coaching.noContactDue(caseNumber), ENROLLED.plusDays(70));
    }

    @Test
    void aPreliminaryPlanIsToBeCompletedThirtyDaysAfterItWasWritten() {
        assertThat(coaching.planPreliminary(caseNumber)).isFalse();
        planWith(2, true);
        itIs(ENROLLED.plusDays(14), 9);
        assertThat(coaching.planPreliminary(caseNumber)).isTrue();
        is(coaching.planCompletionDue(caseNumber), ENROLLED.plusDays(30));
    }

    @Test
    void theLongestStayIsCountedFromEnrolment() {
        itIs(ENROLLED.plusDays(100), 9);
        is(coaching.longestStayDue(caseNumber), LocalDate.of(2028, 3, 1));
    }

    @Test
    void thePlanIsReviewedEveryTwelveWeeksAtEightInTheMorning() {
        assertThat(coaching.planReviewCycle(caseNumber)).isEqualTo("R/2026-11-24T08:00:00/P84D");
    }

    @Test
    void theStartIsCheckedTwoWeeksIn() {
        is(coaching.checkInDue(caseNumber), ENROLLED.plusWeeks(2));
    }

    @Test
    void aStartThatWasCheckedIsNotCheckedAgainInACaseThatWasOpenedAgain() {
        planWith(2, true);
        itIs(ENROLLED.plusWeeks(2), 9);
        cases.has(caseNumber, "coaching-check-in", new Talks.CheckedIn("yes"));
        is(coaching.checkInDue(caseNumber), ENROLLED.plusWeeks(4));
        cases.has(caseNumber, "coaching-plan-completion", new Talks.Completed(ENROLLED));
        assertThat(coaching.planPreliminary(caseNumber)).isFalse();
        is(coaching.checkInDue(caseNumber), ENROLLED.plusWeeks(2).plusYears(100));
    }

    @Test
    void progressIsTheBaselineBesideTheLastTalkThatWasHeld() {
        cases.has(caseNumber, "planning-baseline", new Baseline("own-questions", "2", "4"));
        held(ENROLLED.plusDays(10), ENROLLED.plusDays(20), null);
        itIs(ENROLLED.plusDays(20), 14);
        cases.has(
                caseNumber,
                "coaching-talk",
                talk(Map.of(
                        "outcome", "absent", "nextTalk", ENROLLED.plusDays(30).toString())));
        assertThat(coaching.progress(caseNumber)).startsWith("Fysisk hälsa: 4 vid start, 6 senast (+2)\n");
    }
}

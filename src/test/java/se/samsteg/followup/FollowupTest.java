package se.samsteg.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

@SamstegTest
class FollowupTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LocalDate EXIT = LocalDate.of(2027, 3, 31);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Followup followup;

    @BeforeEach
    void theExitDayHasCome() {
        world.begin(EXIT);
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private String leftWith(String coach) {
        String caseNumber = cases.open(coach, EXIT.minusMonths(9));
        runtime.startProcessInstanceByKey(
                "followup", caseNumber, Map.of("caseNumber", caseNumber, "exitOn", EXIT.toString()));
        return caseNumber;
    }

    private void contact(String caseNumber) {
        world.completes("coach1", "userTask_contact", caseNumber, Map.of("reached", "yes", "situation", "as-planned"));
    }

    private static Map<String, Object> answers() {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "reached", "yes",
                "contactBy", "phone",
                "occupation", "working",
                "livelihoodSources", List.of("salary", "sickness-benefit"),
                "sickLeaveDegree", "0",
                "workPercent", 75,
                "selfRatedHealth", "good",
                "healthSinceExit", "same"));
        answers.putAll(Map.of(
                "physicalHealth", "7",
                "motivation", "declined",
                "instrument", "own-questions",
                "instrumentVersion", "2"));
        return answers;
    }

    private void notReached(String who, String caseNumber) {
        world.completes(
                who,
                "userTask_followUpOneYear",
                caseNumber,
                Map.of(
                        "reached", "no",
                        "contactBy", "phone",
                        "instrument", "own-questions",
                        "instrumentVersion", "2"));
    }

    /** Every exit day of four years, a leap day and eight changes of the clock among them. */
    @Test
    void theAnniversaryOfEveryExitDayIsTheSameDateAtEightInTheMorning() {
        LocalDate end = LocalDate.of(2030, 1, 1);
        for (LocalDate exit = LocalDate.of(2026, 1, 1); exit.isBefore(end); exit = exit.plusDays(1)) {
            boolean leapDay = exit.getMonth() == Month.FEBRUARY && exit.getDayOfMonth() == 29;
            LocalDate expected = LocalDate.of(exit.getYear() + 1, exit.getMonth(), leapDay ? 28 : exit.getDayOfMonth());
            ZonedDateTime day = followup.anniversary("SB-2026-0001", exit.toString())
                    .toInstant()
                    .atZone(ZONE);
            ZonedDateTime notice = followup.anniversaryNear("SB-2026-0001", exit.toString())
                    .toInstant()
                    .atZone(ZONE);
            assertThat(day.toLocalDateTime()).as("exit on " + exit).isEqualTo(expected.atTime(8, 0));
            assertThat(notice.toLocalDateTime())
                    .as("exit on " + exit)
                    .isEqualTo(expected.minusDays(14).atTime(8, 0));
        }
    }

    @Test
    void theContactsThinOut() {
        assertThat(followup.contactDays("SB-2026-0001", "2027-01-31")).containsExactly("2027-02-28", "2027-04-30");
    }

    @Test
    void aYearAfterExitTheCoachIsToldBeforehandAndAsksOnTheDay() {
        String caseNumber = leftWith("coach1");
        world.passesTo(LocalDate.of(2027, 4, 30));
        contact(caseNumber);
        world.passesTo(LocalDate.of(2027, 6, 30));
        contact(caseNumber);

        world.passesTo(LocalDate.of(2028, 3, 16));
        assertThat(world.mailTo("coach1")).isEmpty();
        world.passesTo(LocalDate.of(2028, 3, 17));
        assertThat(world.mailTo("coach1")).singleElement().asString().startsWith("Snart dags för uppföljning");
        assertThat(world.openTasks(caseNumber)).isEmpty();

        world.passesTo(LocalDate.of(2028, 3, 31));
        world.completes("coach1", "userTask_followUpOneYear", caseNumber, answers());
        assertThat(world.endsOf("followup")).contains("endEvent_answered").doesNotContain("endEvent_missing");
    }

    @Test
    void anAnswerThatTakesTimeIsRemindedTwiceAndThenTold() {
        leftWith("coach1");
        world.passesTo(LocalDate.of(2028, 3, 31));
        int before = world.mailTo("coach1").size();
        world.passes(Period.ofDays(7));
        assertThat(world.mailTo("coach1")).hasSize(before + 1);
        world.passes(Period.ofDays(7));
        assertThat(world.mailTo("coach1")).hasSize(before + 2);
        assertThat(world.mailTo("projektledare1")).isEmpty();
        world.passes(Period.ofDays(16));
        assertThat(world.mailTo("projektledare1")).singleElement().asString().startsWith("Uppföljningen dröjer");
        assertThat(world.mailTo("coach1")).hasSize(before + 2);
    }

    @Test
    void aNewAttemptRemindsOfNothingTwiceAndPutsNothingOff() {
        String caseNumber = leftWith("coach1");
        world.passesTo(LocalDate.of(2028, 3, 31));
        int before = world.mailTo("coach1").size();
        world.passes(Period.ofDays(10));
        assertThat(world.mailTo("coach1")).hasSize(before + 1);
        notReached("coach1", caseNumber);
        world.passes(Period.ofDays(4));
        assertThat(world.mailTo("coach1")).hasSize(before + 2);
        world.passes(Period.ofDays(15));
        assertThat(world.mailTo("projektledare1")).isEmpty();
        world.passes(Period.ofDays(1));
        assertThat(world.mailTo("projektledare1")).hasSize(1);
        notReached("coach1", caseNumber);
        world.passes(Period.ofDays(60));
        assertThat(world.mailTo("projektledare1")).hasSize(1);
        assertThat(world.mailTo("coach1")).hasSize(before + 2);
    }

    @Test
    void whoCallsBackTheSameDayIsAsked() {
        String caseNumber = leftWith("coach1");
        world.passesTo(LocalDate.of(2028, 3, 31));
        notReached("coach1", caseNumber);
        world.completes("coach1", "userTask_followUpOneYear", caseNumber, answers());
        assertThat(world.endsOf("followup")).contains("endEvent_answered");
    }

    @Test
    void whereTheCoachHasLeftTheLeadIsToldAndAsks() {
        String caseNumber = leftWith("coach.who.left");
        world.passesTo(LocalDate.of(2028, 3, 31));
        assertThat(world.mailTo("projektledare1")).singleElement().asString().startsWith("Snart dags");
        world.completes("projektledare1", "userTask_followUpOneYear", caseNumber, answers());
        assertThat(world.endsOf("followup")).contains("endEvent_answered");
    }

    @Test
    void afterThreeAttemptsTheAnswerIsMissing() {
        String caseNumber = leftWith("coach1");
        world.passesTo(LocalDate.of(2028, 3, 31));
        notReached("coach1", caseNumber);
        world.passes(Period.ofDays(1));
        notReached("coach1", caseNumber);
        assertThatThrownBy(() -> notReached("coach1", caseNumber))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("det finns redan ett försök i dag");
        assertThat(world.openTasks(caseNumber)).contains("userTask_followUpOneYear");
        world.passes(Period.ofDays(1));
        notReached("coach1", caseNumber);
        assertThat(world.endsOf("followup")).contains("endEvent_missing").doesNotContain("endEvent_answered");
        assertThat(world.openTasks(caseNumber)).isEmpty();
    }

    @Test
    void anAttemptWithoutContactHoldsNoAnswers() {
        assertThatThrownBy(() -> oneYear(Map.of("reached", "no", "occupation", "working")))
                .hasMessageContaining("lämna tomt");
        assertThatThrownBy(() -> oneYear(Map.of("reached", "no", "livelihoodSources", List.of("salary"))))
                .hasMessageContaining("lämna tomt");
    }

    @Test
    void whatAParticipantDoesAndLivesOnDoesNotHangOnAnyScale() {
        assertThatCode(() -> oneYear(
                        Map.of("reached", "yes", "occupation", "working", "livelihoodSources", List.of("salary"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> oneYear(Map.of(
                        "reached", "yes", "occupation", "working", "livelihoodSources", List.of("none", "salary"))))
                .hasMessageContaining("ingen egen försörjning går inte ihop");
    }

    private static OneYear oneYear(Map<String, Object> answers) {
        Map<String, Object> values = new HashMap<>(answers);
        values.put("contactBy", "phone");
        values.put("instrument", "own-questions");
        values.put("instrumentVersion", "2");
        return new Forms.Filled("followup-one-year", "1", values).as(OneYear.class);
    }

    @Test
    void itIsSaidOfEveryRecommendationWhatBecameOfIt() {
        OneYear one = reachedWith("followed", null);
        assertThatCode(() -> one.about(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> one.about(2)).hasMessageContaining("rekommendation 2?:");
        assertThatThrownBy(() -> reachedWith("followed", "partly").about(1)).hasMessageContaining("ingen sådan");
    }

    private static OneYear reachedWith(String became1, @Nullable String became2) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "reached", "yes", "occupation", "working", "livelihoodSources", List.of("salary"), "became1", became1));
        if (became2 != null) {
            answers.put("became2", became2);
        }
        return oneYear(answers);
    }

    @Test
    void aContactSaysHowItGoesOnlyWhenThereWasOne() {
        assertThatThrownBy(() -> new Contact("yes", null, null)).hasMessageStartingWith("Hur går det?:");
        assertThatThrownBy(() -> new Contact("no", "broken", null)).hasMessageStartingWith("Hur går det?:");
    }
}

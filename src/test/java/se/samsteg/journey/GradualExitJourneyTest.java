package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** Anna leaves step by step; when the job falls through before her last day she goes on as if nothing had been decided. */
@SamstegTest
class GradualExitJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 4, 5);
    private static final LocalDate LAST_DAY = MONDAY.plusDays(40);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void annaIsAtAWorkplace() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"))
                .does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(MONDAY));
    }

    private void beginsToLeave() {
        anna.does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
    }

    private void isToLeaveOnTheLastDay() {
        anna.does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", LAST_DAY));
    }

    private void theReferralBackIsSent() {
        anna.does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());
    }

    private Map<String, Object> undone() {
        return Answers.with(
                Answers.talk(world.today().plusWeeks(1)), "undoExit", true, "undoReason", "Jobbet " + Answers.MARKER);
    }

    private static Map<String, Object> noMoreTalk() {
        return Answers.with(Answers.talk(MONDAY), "nextTalk", null, "lastTalk", true);
    }

    private @Nullable LocalDate closedOn() {
        return jdbc.sql("select closed_on from case_file where case_number = ?")
                .param(anna.caseNumber)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    private List<LocalDate> exits() {
        return jdbc.sql("select exit_on from case_exit where case_number = ?")
                .param(anna.caseNumber)
                .query(LocalDate.class)
                .list();
    }

    private Object shown(String user, String task, String key) {
        return world.shown(user, task, anna.caseNumber, key);
    }

    @Test
    void talksAndThePlacementGoOnUntilTheLastDay() {
        beginsToLeave();
        anna.isAt("userTask_measure", "userTask_holdTalk", "userTask_followUpPlacement");
        isToLeaveOnTheLastDay();
        theReferralBackIsSent();
        world.passesTo(LAST_DAY.minusDays(1));
        anna.isAt("userTask_holdTalk", "userTask_followUpPlacement");
        anna.does(Case.COACH, "userTask_holdTalk", noMoreTalk());
        assertThat(closedOn()).isNull();

        world.passesTo(LAST_DAY);
        assertThat(closedOn()).isEqualTo(LAST_DAY);
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_holdTalk", "userTask_followUpPlacement");
        assertThat(world.endsOf("samboradet")).contains("endEvent_completed");
        assertThat(jdbc.sql("select count(*) from place where case_number = ? and freed_on is null")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aConsentThatIsWithdrawnDuringAnEarlyExitIsSettledToo() {
        world.starts(Case.COACH, "interruption", Answers.interruption(anna.caseNumber, "moved"));
        world.starts(Case.COACH, "consent", ConsentAnswers.withdrawal(anna.caseNumber, "fk"));

        anna.does(Case.COACH, "userTask_settleConsent", Answers.of("continues", "unchanged"));

        assertThat(world.endsOf("consent")).containsExactly("endEvent_settled");
    }

    @Test
    void anEarlyExitDoesNotTakeAwayWhatIsToBeSettled() {
        world.starts(Case.COACH, "consent", ConsentAnswers.withdrawal(anna.caseNumber, "fk"));
        world.starts(Case.COACH, "interruption", Answers.interruption(anna.caseNumber, "moved"));

        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_settleConsent");
    }

    @Test
    void aConsentThatIsNotSettledWhenTheCaseIsClosedNeedsItNoMore() {
        beginsToLeave();
        isToLeaveOnTheLastDay();
        theReferralBackIsSent();
        world.starts(Case.COACH, "consent", ConsentAnswers.withdrawal(anna.caseNumber, "fk"));
        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_settleConsent");

        world.passesTo(LAST_DAY.plusDays(1));

        assertThat(closedOn()).isEqualTo(LAST_DAY);
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_settleConsent");
        assertThat(world.endsOf("consent")).containsExactly("endEvent_caseClosed");
        world.starts(Case.COACH, "consent", ConsentAnswers.withdrawal(anna.caseNumber, "soc"));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_settleConsent");
    }

    @Test
    void aConsentThatIsWithdrawnDuringTheExitIsSettledToo() {
        beginsToLeave();
        isToLeaveOnTheLastDay();
        world.starts(Case.COACH, "consent", ConsentAnswers.withdrawal(anna.caseNumber, "fk"));
        anna.isAt("userTask_settleConsent", "userTask_holdTalk", "userTask_writeReferralBack")
                .does(Case.COACH, "userTask_settleConsent", Answers.of("continues", "unchanged"));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_settleConsent");
        anna.isAt("userTask_holdTalk");
    }

    @Test
    void whatTheTalkSaysOfARunningExit() {
        assertThat(world.shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "exitState"))
                .isNull();
        beginsToLeave();
        assertThat(world.shown(Case.COACH, "userTask_holdTalk", anna.caseNumber, "exitState"))
                .asString()
                .startsWith("Utslussning pågår.");
    }

    @Test
    void theLastTalkIsFollowedByNoneAndOneWithoutAnExitIs() {
        assertThatThrownBy(() -> anna.does(Case.COACH, "userTask_holdTalk", noMoreTalk()))
                .isInstanceOf(Refused.class);
        beginsToLeave();
        isToLeaveOnTheLastDay();
        anna.does(Case.COACH, "userTask_holdTalk", noMoreTalk());
        assertThat(world.dueOn("userTask_holdTalk", anna.caseNumber)).isEqualTo(LAST_DAY);
    }

    @Test
    void theJobThatFallsThroughLeadsBackAndAnswersAreNoLongerAsked() {
        beginsToLeave();
        isToLeaveOnTheLastDay();
        theReferralBackIsSent();
        anna.isAt("userTask_receiveReferralBack");
        world.passes(Period.ofDays(1));
        anna.does(Case.COACH, "userTask_holdTalk", undone());

        anna.isAt("userTask_holdTalk", "userTask_followUpPlacement");
        assertThat(exits()).isEmpty();
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_receiveReferralBack", "userTask_measure");
        assertThat(world.endsOf("response")).containsExactly("endEvent_withdrawn");
        assertThat(world.mailTo("handlaggare.fk")).anyMatch(letter -> letter.contains("Återremissen gäller inte"));
        world.passesTo(LAST_DAY.plusDays(1));
        assertThat(closedOn()).isNull();

        beginsToLeave();
        anna.exited(
                Answers.exitMeasurement(),
                Answers.outcome("plan-completed", "other-authority", world.today()),
                Answers.referralBack());
        assertThat(closedOn()).isEqualTo(world.today());
        assertThat(exits()).containsExactly(world.today());
    }

    @Test
    void aSecondExitDoesNotReadWhatWasWrittenAndAnsweredInTheFirst() {
        beginsToLeave();
        isToLeaveOnTheLastDay();
        theReferralBackIsSent();
        anna.does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt())
                .does(
                        anna.caseworker,
                        "userTask_answerRecommendations",
                        Answers.of("answer1", "not-yet", "comment1", "Väntar på tid"));
        world.passes(Period.ofDays(1));
        anna.does(Case.COACH, "userTask_holdTalk", undone());
        world.passes(Period.ofDays(1));
        beginsToLeave();
        isToLeaveOnTheLastDay();

        assertThat(shown(Case.COACH, "userTask_writeReferralBack", "recommendation1"))
                .as("drafted anew")
                .isNull();
        theReferralBackIsSent();
        anna.does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt());
        assertThat(shown(anna.caseworker, "userTask_answerRecommendations", "recommendation1"))
                .isNotNull();
        assertThat(shown(anna.caseworker, "userTask_answerRecommendations", "answer1"))
                .isNull();
        assertThat(world.dueOn("userTask_answerRecommendations", anna.caseNumber))
                .as("counted from the exit date, as it is asked for the first time")
                .isEqualTo(LAST_DAY.plusMonths(3));

        world.passesTo(LAST_DAY.plusYears(1));
        assertThat(shown(Case.COACH, "userTask_followUpOneYear", "answer1")).isNull();
    }

    @Test
    void afterTheLastStepAnExitThatIsUndoneLeadsToTheNextStep() {
        anna.does(Case.CONSULTANT, "userTask_followUpPlacement", Answers.jobOffered())
                .does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()));
        anna.isAt("userTask_measure", "userTask_holdTalk");
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_decideNextStep");
        anna.does(Case.COACH, "userTask_holdTalk", undone());

        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_measure");
        anna.does(
                Case.COACH,
                "userTask_decideNextStep",
                Answers.nextStep("workplace", world.today().plusDays(3)));
        anna.isAt("userTask_matchWorkplace");
    }

    @Test
    void aSecondExitIsNotBegunAndNoneIsUndoneThatDoesNotRun() {
        assertThatThrownBy(() -> anna.does(Case.COACH, "userTask_holdTalk", undone()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Ångra utslussningen");
        beginsToLeave();
        assertThatThrownBy(this::beginsToLeave).isInstanceOf(Refused.class).hasMessageContaining("Börja utslussning");
        anna.does(Case.CONSULTANT, "userTask_followUpPlacement", Answers.jobOffered())
                .does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()));
        assertThat(world.openTasks(anna.caseNumber)).containsOnlyOnce("userTask_measure");
    }
}

package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;
import se.samsteg.reminder.PlannedMornings;

/** Anna leaves on another day than was written, and what was recommended is asked about until it is answered. */
@SamstegTest
class ResponseJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);
    private static final LocalDate WRITTEN = MONDAY.plusDays(20);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    ApplicationContext application;

    private Case anna;

    @BeforeEach
    void annaIsOnHerWayOut() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"))
                .does(Case.COACH, "userTask_holdTalk", Answers.lastTalk())
                .does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", WRITTEN))
                .does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());
    }

    private void leavesOn(LocalDate day) {
        String outcome = jdbc.sql("select id::text from current_fact where case_number = ? and kind = 'exit-outcome'")
                .param(anna.caseNumber)
                .query(String.class)
                .single();
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", outcome));
        anna.does(
                Case.COACH,
                "userTask_correct",
                Answers.of(
                        "action",
                        "correct",
                        "target",
                        "date.exitOn",
                        "newDate",
                        day,
                        "askedBy",
                        "staff",
                        "why",
                        "Fel dag"));
    }

    private @Nullable LocalDate closedOn() {
        return jdbc.sql("select closed_on from case_file where case_number = ?")
                .param(anna.caseNumber)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    private Object shown(String user, String task, String key) {
        return world.shown(user, task, anna.caseNumber, key);
    }

    @Test
    void aCorrectedExitDateMovesTheDayOnWhichTheCaseIsClosed() {
        leavesOn(WRITTEN.plusDays(14));
        world.passesTo(WRITTEN.plusDays(13));
        assertThat(closedOn()).isNull();
        world.passesTo(WRITTEN.plusDays(14));
        assertThat(closedOn()).isEqualTo(WRITTEN.plusDays(14));
    }

    @Test
    void anExitDateThatWasCorrectedAfterwardsMovesTheFollowUpAndTheAnswers() {
        anna.does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt());
        world.passesTo(WRITTEN.plusDays(10));
        LocalDate left = WRITTEN.minusDays(10);
        assertThatThrownBy(() -> leavesOn(world.today().plusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Slutdatum: ärendet är avslutat.");
        anna.does(Case.COACH, "userTask_correct", Answers.of("action", "none"));
        leavesOn(left);
        assertThat(closedOn()).isEqualTo(left);

        world.passesTo(left.plusMonths(1));
        anna.isAt("userTask_contact");
        world.passesTo(left.plusMonths(2));
        assertThat(world.mailTo(anna.caseworker)).anyMatch(letter -> letter.startsWith("Svara på återremissen"));
        world.passesTo(left.plusYears(1));
        anna.isAt("userTask_followUpOneYear");
    }

    private void asked(int times) {
        assertThat(world.mailTo(anna.caseworker))
                .filteredOn(letter -> letter.startsWith("Svara på återremissen"))
                .hasSize(times);
    }

    @Test
    void theLeadClosesTheQuestionBeforeItIsAskedAgain() {
        anna.does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt())
                .does(
                        anna.caseworker,
                        "userTask_answerRecommendations",
                        Answers.of("answer1", "not-yet", "comment1", "Väntar på tid"));
        world.passes(Period.ofWeeks(1));
        tasks.createTaskQuery()
                .taskDefinitionKey("userTask_answerRecommendations")
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), Case.LEAD));
        anna.does(
                Case.LEAD,
                "userTask_answerRecommendations",
                Answers.of("answer1", "not-yet", "closed", true, "closedWhy", "Enheten är nedlagd"));
        assertThat(world.endsOf("response")).contains("endEvent_answered");
    }

    @Test
    void theReceiptIsRemindedOfAWeekAndTwoAfterItWasSentAndTheLeadIsToldAfterThirtyDays() {
        PlannedMornings.plan(application);
        world.settles();
        told(anna.caseworker, "Du har uppgifter som väntar", 0, 6);
        told(anna.caseworker, "Du har uppgifter som väntar", 1, 7);
        told(anna.caseworker, "Du har uppgifter som väntar", 1, 13);
        told(anna.caseworker, "Du har uppgifter som väntar", 2, 15); // the 14th day is Easter Monday
        told(Case.LEAD, "Uppgifter som har blivit liggande", 0, 29);
        told(Case.LEAD, "Uppgifter som har blivit liggande", 1, 30);
    }

    private void told(String user, String subject, int times, int daysAfter) {
        world.passesTo(MONDAY.plusDays(daysAfter));
        assertThat(world.mailTo(user))
                .as("%d days after it was sent", daysAfter)
                .filteredOn(letter -> letter.startsWith(subject))
                .hasSize(times);
    }

    @Test
    void whereTheUnitDoesNotTakeOverAnotherIsFoundAndTheAnswersAreReadAYearLater() {
        anna.does(anna.caseworker, "userTask_receiveReferralBack", Answers.notReceived());
        assertThat(shown(Case.COACH, "userTask_findReceiver", "refusedBy"))
                .asString()
                .startsWith("Enheten");
        anna.does(Case.COACH, "userTask_findReceiver", Answers.otherReceiver());
        assertThat(shown(anna.caseworker, "userTask_answerRecommendations", "receiver"))
                .asString()
                .startsWith("Grannenheten")
                .contains(", Kim");
        anna.does(
                anna.caseworker,
                "userTask_answerRecommendations",
                Answers.of("answer1", "not-yet", "comment1", "Väntar på tid"));

        asked(0);
        world.passesTo(MONDAY.plusMonths(2));
        asked(1);
        assertThat(world.dueOn("userTask_answerRecommendations", anna.caseNumber))
                .isEqualTo(MONDAY.plusMonths(2).plusWeeks(2));
        anna.does(
                anna.caseworker,
                "userTask_answerRecommendations",
                Answers.of("answer1", "partly", "comment1", "Ett samtal"));
        assertThat(world.endsOf("response")).contains("endEvent_answered");

        world.passesTo(WRITTEN.plusYears(1));
        assertThat(shown(Case.COACH, "userTask_followUpOneYear", "answer1")).isEqualTo("partly");
        assertThat(shown(Case.COACH, "userTask_followUpOneYear", "comment1")).isEqualTo("Ett samtal");
    }
}

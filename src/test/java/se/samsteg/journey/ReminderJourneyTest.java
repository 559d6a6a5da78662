package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.reminder.PlannedMornings;

/** Tasks are left undone: their holders are reminded, and in the end the lead is told. */
@SamstegTest
class ReminderJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final LocalDate DUE = MONDAY.plusWeeks(1);

    private static final String REMINDED = "Du har uppgifter som väntar\n";
    private static final String LEFT_UNDONE = "Uppgifter som har blivit liggande\n";
    private static final String A_TASK = "Du har en uppgift\n";

    private final List<String> people = IdentityNumbers.some(2);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identity;

    @Autowired
    ApplicationContext application;

    @BeforeEach
    void mondayHasBegun() {
        world.begin(MONDAY);
        PlannedMornings.plan(application);
        world.settles();
    }

    private Case referred(String person) {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(person, world.today()));
    }

    private Case guarded() {
        return Case.referred(
                world,
                jdbc,
                "handlaggare.fk",
                Answers.with(Answers.referral(people.get(1), world.today()), "protectedIdentity", true));
    }

    private List<String> letters(String user, String subject) {
        return world.mailTo(user).stream()
                .filter(letter -> letter.startsWith(subject))
                .toList();
    }

    private List<String> leftUndone(Case of) {
        return letters(Case.LEAD, LEFT_UNDONE).stream()
                .filter(letter -> letter.contains(of.caseNumber))
                .toList();
    }

    private void isReminded(String user, int times, LocalDate by) {
        world.passesTo(by);
        assertThat(letters(user, REMINDED)).as(user + " by " + by).hasSize(times);
    }

    @Test
    void theHolderIsRemindedTwiceAndThenTheLeadEveryFortnightUntilTheTaskIsDone() {
        Case anna = referred(people.get(0)).admitted();

        isReminded(Case.COACH, 0, DUE.plusDays(6));
        isReminded(Case.COACH, 1, DUE.plusDays(7));
        isReminded(Case.COACH, 1, DUE.plusDays(13));
        isReminded(Case.COACH, 2, DUE.plusDays(14));
        assertThat(letters(Case.COACH, REMINDED)).allSatisfy(letter -> assertThat(letter)
                .contains(anna.caseNumber + ": Kalla till inskrivning (skulle ha varit klar " + DUE + ")")
                .doesNotContain(Answers.MARKER));

        world.passesTo(DUE.plusDays(29));
        assertThat(leftUndone(anna)).isEmpty();
        world.passesTo(DUE.plusDays(43));
        assertThat(leftUndone(anna))
                .singleElement()
                .asString()
                .contains("Kalla till inskrivning (Maria Ekström, skulle ha varit klar " + DUE + ")");
        // Sixty days after, the lead's own task about missing contact would lie undone too.
        world.passesTo(DUE.plusDays(45));
        assertThat(leftUndone(anna)).hasSize(2);
        assertThat(letters(Case.COACH, REMINDED)).hasSize(2);
        anna.does(Case.COACH, "userTask_summon", Answers.summons(world.today().plusWeeks(2)));
        world.passesTo(DUE.plusDays(58));
        assertThat(leftUndone(anna)).hasSize(2);
    }

    @Test
    void aTaskThatIsDoneIsForgottenTheNextMorning() {
        Case anna = referred(people.get(0)).admitted();
        world.passesTo(DUE.plusDays(7));
        assertThat(reminders()).isOne();

        anna.does(Case.COACH, "userTask_summon", Answers.summons(world.today().plusWeeks(1)));
        world.passesTo(DUE.plusDays(8));
        assertThat(reminders()).isZero();
    }

    private int reminders() {
        return jdbc.sql("select count(*) from task_reminder")
                .query(Integer.class)
                .single();
    }

    @Test
    void aUserWithManyLateTasksGetsOneLetterAndOfAProtectedPersonItSaysThatThereIsMore() {
        Case anna = referred(people.get(0)).admitted();
        Case guarded = guarded().admitted();

        isReminded(Case.COACH, 1, DUE.plusDays(7));
        assertThat(letters(Case.COACH, REMINDED).get(0))
                .contains(anna.caseNumber, "Du har fler uppgifter i Samsteg.")
                .doesNotContain(guarded.caseNumber);
    }

    @Test
    void ofAProtectedPersonAloneALetterSaysOnlyThatThereIsATask() {
        Case guarded = guarded().admitted();
        int before = letters(Case.COACH, A_TASK).size();

        isReminded(Case.COACH, 0, DUE.plusDays(7));
        assertThat(letters(Case.COACH, A_TASK)).hasSize(before + 1);
        world.passesTo(DUE.plusDays(40));
        assertThat(world.mailTo(Case.LEAD)).isNotEmpty();
        assertThat(world.allMail()).noneMatch(letter -> letter.contains(guarded.caseNumber));
    }

    @Test
    void aTaskOfAGroupIsItsMembersUntilOneHasIt() {
        Case anna = referred(people.get(0));
        LocalDate sitting = LocalDate.of(2027, 2, 10);

        for (String member : List.of("ledamot.af", "ledamot.fk", "ledamot.soc", "ledamot.region")) {
            isReminded(member, 1, sitting.plusDays(7));
        }
        assertThat(letters("ledamot.af", REMINDED).get(0)).contains(anna.caseNumber + ": Bedöm remissen");
        isReminded("handlaggare.fk", 0, sitting.plusDays(7));

        // The next sitting takes the case up: the task is due then, and late anew after that.
        world.takes("ledamot.af", "userTask_assess", anna.caseNumber);
        isReminded("ledamot.af", 2, sitting.plusWeeks(3));
        isReminded("ledamot.fk", 1, sitting.plusWeeks(3));
    }

    @Test
    void aCaseworkerReadsTheNumberOfACaseOnlyWhileTheParticipantLetsTheAuthorityKnow() {
        Case anna = referred(people.get(0));
        anna.does("ledamot.soc", "userTask_assess", Answers.recommend());
        isReminded("handlaggare.fk", 1, MONDAY.plusDays(7));
        assertThat(letters("handlaggare.fk", REMINDED).get(0)).contains(anna.caseNumber + ": Ta emot rekommendationen");

        jdbc.sql("update consent set withdrawn_on = ? where authority = 'fk'")
                .param(world.today())
                .update();
        isReminded("handlaggare.fk", 1, MONDAY.plusDays(14));
        assertThat(letters("handlaggare.fk", A_TASK)).singleElement().asString().doesNotContain(anna.caseNumber);
    }

    @Test
    void theTaskOfAUserWhoseAccountIsGoneIsTheLeads() {
        var third = identity.newUser("coach3");
        third.setFirstName("Tredje");
        third.setLastName("Coach");
        third.setEmail("coach3@botkyrka.example");
        identity.saveUser(third);
        identity.createMembership("coach3", "coach");
        identity.createTenantUserMembership("botkyrka", "coach3");
        referred(people.get(0)).does("ledamot.soc", "userTask_assess", Answers.admit("coach3"));
        identity.deleteUser("coach3");

        isReminded(Case.LEAD, 1, DUE.plusDays(7));
        assertThat(letters(Case.LEAD, REMINDED).get(0)).contains("Kalla till inskrivning");
    }

    @Test
    void aTaskThatItsModelRemindsOfIsRemindedOfByNothingElse() {
        Case anna = referred(people.get(0)).does("ledamot.soc", "userTask_assess", Answers.askForCompletion());

        isReminded("handlaggare.fk", 0, MONDAY.plusDays(80));
        assertThat(leftUndone(anna)).isEmpty();
        assertThat(letters("handlaggare.fk", "Påminnelse: komplettera remissen"))
                .hasSize(1);
    }

    @Test
    void aHomeVisitThatIsLateIsRemindedOfAndReachesTheLead() {
        Case anna = referred(people.get(0)).admitted().enrolledWithAPlan(Answers.plan(MONDAY, "workplace"));
        anna.does(Case.COACH, "userTask_holdTalk", AbsenceAnswers.talkNotHeld("absent", MONDAY.plusWeeks(5)));
        LocalDate visit = MONDAY.plusDays(3);
        world.passesTo(visit.plusDays(1));
        assertThat(letters(Case.COACH, REMINDED)).singleElement().asString().contains("Gör hembesök");
        world.passesTo(visit.plusDays(8));
        assertThat(leftUndone(anna)).singleElement().asString().contains("Gör hembesök");
    }
}

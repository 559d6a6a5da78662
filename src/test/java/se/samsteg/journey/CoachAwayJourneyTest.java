package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.OwnCases;
import se.samsteg.form.Refused;

/** A coach is away for two weeks, and a deputy does the work meanwhile. */
@SamstegTest
class CoachAwayJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String DEPUTY = "coach2";
    private static final String THIRD = "coach3";
    private static final String FOURTH = "coach4";

    private final List<String> people = IdentityNumbers.some(2);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    OwnCases ownCases;

    @Autowired
    CaseFiles cases;

    @Autowired
    IdentityService identity;

    private Case anna;

    @BeforeEach
    void aCoachedCaseAndTwoMoreCoaches() {
        world.begin(MONDAY);
        List.of(THIRD, FOURTH).forEach(this::joins);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.get(0), world.today()))
                .admitted();
    }

    private void joins(String coach) {
        var user = identity.newUser(coach);
        user.setFirstName("Tredje");
        user.setLastName("Coach");
        user.setEmail(coach + "@botkyrka.example");
        identity.saveUser(user);
        identity.createMembership(coach, "coach");
        identity.createTenantUserMembership("botkyrka", coach);
    }

    @AfterEach
    void theTwoMoreLeave() {
        List.of(THIRD, FOURTH).forEach(identity::deleteUser);
    }

    private String owner(String task) {
        return world.ownerOf(task, anna.caseNumber);
    }

    private boolean sees(String user) {
        return world.as(user, () -> ownCases.find(anna.caseNumber).isPresent());
    }

    private long tasksThatShowTo(String user) {
        return world.as(user, () -> tasks.createTaskQuery()
                .processInstanceBusinessKey(anna.caseNumber)
                .count());
    }

    @Test
    void newTasksGoToTheDeputyAndComeBackWhenTheTimeIsOver() {
        world.starts(
                Case.COACH,
                "leave",
                LeaveAnswers.away(world.today(), world.today().plusDays(13), DEPUTY));
        assertThat(owner("userTask_summon")).as("what was open stays").isEqualTo(Case.COACH);
        assertThat(sees(DEPUTY)).isTrue();

        anna.does(Case.COACH, "userTask_summon", Answers.summons(world.today().plusWeeks(1)));
        assertThat(owner("userTask_holdEnrolment")).isEqualTo(DEPUTY);
        assertThat(tasksThatShowTo(Case.COACH)).isZero();
        anna.does(DEPUTY, "userTask_holdEnrolment", Answers.enrolment(world.today()));
        assertThat(owner("userTask_mapSituation")).isEqualTo(DEPUTY);

        world.passesTo(MONDAY.plusDays(13));
        assertThat(owner("userTask_mapSituation")).isEqualTo(DEPUTY);
        world.passesTo(MONDAY.plusDays(14));
        assertThat(owner("userTask_mapSituation")).isEqualTo(Case.COACH);
        assertThat(tasksThatShowTo(DEPUTY)).isZero();
        assertThat(sees(DEPUTY)).isFalse();
        anna.does(Case.COACH, "userTask_mapSituation", Answers.mapping());
        assertThat(owner("userTask_measureBaseline")).isEqualTo(Case.COACH);
        assertThat(world.endsOf("leave")).containsExactly("endEvent_back");
    }

    @Test
    void openTasksFollowOnTheFirstMorningIfThatIsAskedFor() {
        LocalDate first = MONDAY.plusDays(7);
        world.starts(Case.LEAD, "leave", LeaveAnswers.withOpenTasks(Case.COACH, first, first.plusDays(6), DEPUTY));
        world.passesTo(first.minusDays(1));
        assertThat(owner("userTask_summon")).isEqualTo(Case.COACH);
        assertThat(sees(DEPUTY)).isFalse();

        world.passesTo(first);
        assertThat(owner("userTask_summon")).isEqualTo(DEPUTY);
        assertThat(tasksThatShowTo(Case.COACH)).isZero();

        world.passes(Period.ofDays(2));
        world.starts(Case.COACH, "leave", LeaveAnswers.backEarly());
        assertThat(owner("userTask_summon")).isEqualTo(Case.COACH);
        assertThat(cases.actingCoach(anna.caseNumber)).isEqualTo(Case.COACH);
        assertThat(world.endsOf("leave")).containsExactlyInAnyOrder("endEvent_announced", "endEvent_backEarly");
        assertThat(world.openTasks(null)).isNotEmpty();
    }

    @Test
    void aDeputyWhoIsAwayTooIsFollowedByTheNextAndNoTaskIsWithoutAnOwner() {
        LocalDate last = MONDAY.plusDays(6);
        world.starts(Case.LEAD, "leave", LeaveAnswers.withOpenTasks(Case.COACH, MONDAY, last, DEPUTY));
        world.starts(Case.LEAD, "leave", LeaveAnswers.withOpenTasks(DEPUTY, MONDAY.plusDays(2), last, THIRD));
        assertThat(owner("userTask_summon")).isEqualTo(DEPUTY);

        world.passesTo(MONDAY.plusDays(2));
        assertThat(cases.actingCoach(anna.caseNumber)).isEqualTo(THIRD);
        assertThat(sees(THIRD)).isTrue();
        assertThat(sees(DEPUTY)).isFalse();
        anna.does(DEPUTY, "userTask_summon", Answers.summons(world.today()));
        assertThat(owner("userTask_holdEnrolment")).isEqualTo(THIRD);

        world.starts(Case.LEAD, "leave", LeaveAnswers.withOpenTasks(THIRD, world.today(), last, FOURTH));
        assertThat(cases.actingCoach(anna.caseNumber))
                .as("after two who are away it is the coach")
                .isEqualTo(Case.COACH);
        world.passesTo(last.plusDays(1));
        assertThat(owner("userTask_holdEnrolment")).isEqualTo(Case.COACH);
    }

    @Test
    void aCasesOwnDeputyGoesBeforeTheOneOfTheTime() {
        jdbc.sql("update case_file set deputy = ?").param(THIRD).update();
        world.starts(Case.COACH, "leave", LeaveAnswers.away(MONDAY, MONDAY.plusDays(6), DEPUTY));
        anna.does(Case.COACH, "userTask_summon", Answers.summons(world.today()));

        assertThat(owner("userTask_holdEnrolment")).isEqualTo(THIRD);
        assertThat(sees(DEPUTY)).isFalse();
        world.passesTo(MONDAY.plusDays(7));
        assertThat(owner("userTask_holdEnrolment")).isEqualTo(Case.COACH);
    }

    @Test
    void lettersAndFollowUpOfAClosedCaseGoToTheDeputyToo() {
        cases.close(anna.caseNumber, MONDAY);
        world.starts(Case.COACH, "leave", LeaveAnswers.away(MONDAY.plusDays(7), MONDAY.plusDays(40), DEPUTY));
        runtime.createProcessInstanceByKey("followup")
                .businessKey(anna.caseNumber)
                .setVariable("caseNumber", anna.caseNumber)
                .setVariable("exitOn", MONDAY.minusYears(1).plusDays(25).toString())
                .execute();
        world.passesTo(MONDAY.plusDays(11));

        assertThat(world.mailTo(DEPUTY)).anyMatch(mail -> mail.startsWith("Snart dags för uppföljning"));
        assertThat(world.mailTo(Case.COACH)).isEmpty();
        world.passesTo(MONDAY.plusDays(25));
        assertThat(owner("userTask_followUpOneYear")).isEqualTo(DEPUTY);
        world.passesTo(MONDAY.plusDays(41));
        assertThat(owner("userTask_followUpOneYear")).isEqualTo(Case.COACH);
    }

    @Test
    void whatIsWrongIsRefusedByItsField() {
        LocalDate last = MONDAY.plusDays(6);
        isRefused(Case.COACH, "Ersättare:", LeaveAnswers.away(MONDAY, last, Case.COACH));
        isRefused(Case.COACH, "Ersättare:", LeaveAnswers.away(MONDAY, last, "gruppcoach1"));
        isRefused(Case.COACH, "Till och med:", LeaveAnswers.away(last, MONDAY, DEPUTY));
        isRefused(Case.COACH, "Till och med:", LeaveAnswers.away(MONDAY.minusDays(9), MONDAY.minusDays(1), DEPUTY));
        isRefused(Case.COACH, "Vem:", LeaveAnswers.withOpenTasks(DEPUTY, MONDAY, last, THIRD));
        isRefused(Case.LEAD, "Vem:", LeaveAnswers.withOpenTasks("handlaggare.fk", MONDAY, last, DEPUTY));
        isRefused(Case.LEAD, "Vem:", LeaveAnswers.away(MONDAY, last, DEPUTY));
        isRefused(Case.COACH, "Vem:", LeaveAnswers.backEarly());
        world.starts(Case.COACH, "leave", LeaveAnswers.away(MONDAY, last, DEPUTY));
        isRefused(Case.COACH, "Från och med:", LeaveAnswers.away(last, last.plusDays(9), DEPUTY));
        assertThat(jdbc.sql("select count(*) from staff_absence")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void isRefused(String user, String field, Map<String, Object> answers) {
        assertThatThrownBy(() -> world.starts(user, "leave", answers))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(field);
    }
}

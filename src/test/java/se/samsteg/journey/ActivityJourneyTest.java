package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;

/** Anna trains for work and meets a group beside it. */
@SamstegTest
class ActivityJourneyTest {

    private static final String LEADER = "gruppcoach1";
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 2, 15);
    private static final String AT_A_WORKPLACE = "Arbetsplatsintroduktion, sedan 2027-02-01";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private final List<String> people = new ArrayList<>(IdentityNumbers.some(3));

    private Case anna;

    @BeforeEach
    void annaTrainsForWork() {
        world.begin(MONDAY);
        anna = enrolled("workplace")
                .does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(world.today()));
    }

    private Case enrolled(String step) {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.remove(0), world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.plan(world.today(), step));
    }

    private void starts(Map<String, Object> change) {
        world.starts(Case.COACH, "activity", change);
    }

    private void refused(Map<String, Object> change, String why) {
        assertThatThrownBy(() -> starts(change)).isInstanceOf(Refused.class).hasMessageContaining(why);
    }

    private String staffed() {
        world.starts(LEADER, "group", Answers.group("halsogrupp", FIRST_DAY, List.of("monday", "thursday")));
        String group = jdbc.sql("select number from programme_group order by number desc limit 1")
                .query(String.class)
                .single();
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        return group;
    }

    private @Nullable String seat() {
        return jdbc.sql("select group_number from group_place where case_number = ? and left_on is null")
                .param(anna.caseNumber)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private boolean waitsForAGroup() {
        return jdbc.sql("select count(*) from group_place where case_number = ? and left_on is null")
                        .param(anna.caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private long running(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(anna.caseNumber)
                .count();
    }

    private Object shown(String task) {
        return world.shown(Case.COACH, task, anna.caseNumber, "currentStep");
    }

    private String akten() throws Exception {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .processInstanceBusinessKey(anna.caseNumber)
                .singleResult()
                .getId();
        return Visit.text(new Visit(port).logIn(Case.COACH).get("camunda/api/samsteg/case?taskId=" + task));
    }

    // ---- a group beside work training

    @Test
    void aGroupBesideWorkTrainingLeavesTheStepAsItIs() throws Exception {
        assertThat(shown("userTask_holdTalk")).isEqualTo(AT_A_WORKPLACE);
        starts(ActivityAnswers.group(anna.caseNumber));
        assertThat(shown("userTask_holdTalk"))
                .isEqualTo(AT_A_WORKPLACE + "\nVid sidan av: Förrehab (Hälsogrupp), sedan 2027-02-01");

        String group = staffed();
        world.passesTo(FIRST_DAY);
        assertThat(String.valueOf(world.shown(LEADER, "userTask_recordSession", group, "onRoll")))
                .contains(anna.caseNumber);
        anna.does(Case.COACH, "userTask_holdTalk", Answers.talk(world.today().plusWeeks(2)));
        assertThat(shown("userTask_holdTalk")).asString().contains("Vid sidan av: Förrehab");
        assertThat(akten())
                .contains("Steg", AT_A_WORKPLACE, "Förrehab (Hälsogrupp), sedan 2027-02-01", "Vill träffa folk");

        meetsUntilItIsOver(group);
        assertThat(running("activity")).isZero();
        assertThat(world.endsOf("activity")).containsExactly("endEvent_ended");
        assertThat(seat()).isNull();
        assertThat(running("workplace")).isOne();
        anna.isAt("userTask_holdTalk", "userTask_followUpPlacement");
        assertThat(shown("userTask_holdTalk")).isEqualTo(AT_A_WORKPLACE);
        assertThat(akten()).contains("Förrehab (Hälsogrupp), 2027-02-01 till " + world.today());
        anna.does(LEADER, "userTask_evaluateGroup", Answers.groupGave("workplace"));
        assertThat(akten()).contains("Roligt");
    }

    private void meetsUntilItIsOver(String group) {
        for (int session = 1; session <= 24; session++) {
            world.passesTo(jdbc.sql("select min(day) from group_session where group_number = ? and state = 'planned'")
                    .param(group)
                    .query(LocalDate.class)
                    .single());
            world.completes(LEADER, "userTask_recordSession", group, Answers.of("outcome", "cancelled"));
        }
    }

    @Test
    void whoLeavesTheGroupHasTheStepAlone() {
        starts(ActivityAnswers.group(anna.caseNumber));
        staffed();
        world.starts(LEADER, "participation", Answers.participation(anna.caseNumber, "leave-group"));
        assertThat(running("activity")).isZero();
        assertThat(seat()).isNull();
        anna.isAt("userTask_holdTalk", "userTask_followUpPlacement");
    }

    @Test
    void theGroupGoesOnWhenTheNextMainStepIsDecidedAndIsNotTakenTwice() {
        starts(ActivityAnswers.group(anna.caseNumber));
        String group = staffed();
        world.passes(Period.ofWeeks(4));
        anna.does(Case.CONSULTANT, "userTask_followUpPlacement", Answers.placementEnded(world.today()));
        assertThat(shown("userTask_decideNextStep")).asString().contains("Vid sidan av: Förrehab");
        assertThatThrownBy(() -> anna.does(Case.COACH, "userTask_decideNextStep", Answers.backToAGroup(world.today())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Förrehab pågår redan vid sidan av");
        anna.isAt("userTask_decideNextStep");

        anna.does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("orientation", world.today()));
        anna.isAt("userTask_planOrientation");
        assertThat(seat()).isEqualTo(group);
        assertThat(shown("userTask_holdTalk"))
                .isEqualTo(
                        "Samhälls- och arbetslivsorientering, sedan %s\nVid sidan av: Förrehab (Hälsogrupp), sedan 2027-02-01"
                                .formatted(world.today()));
    }

    @Test
    void whatWasTypedForAStepBesideIsWhatThatStepDoes() {
        starts(Answers.with(ActivityAnswers.begins(anna.caseNumber, "prerehab"), "wantsAssessment", true));
        anna.isAt("userTask_bookAssessment");
        assertThat(waitsForAGroup()).isFalse();
        anna.assessed();
        assertThat(running("activity")).isZero();
        assertThat(world.endsOf("activity")).contains("endEvent_ended");
    }

    // ---- the end

    @Test
    void theCoachEndsOneOfTwoBeforeItsTimeAndSaysWhy() throws Exception {
        starts(ActivityAnswers.group(anna.caseNumber));
        starts(ActivityAnswers.begins(anna.caseNumber, "orientation"));
        String group = staffed();
        assertThat(seat()).isEqualTo(group);
        starts(ActivityAnswers.ends(anna.caseNumber, "prerehab"));

        assertThat(seat()).isNull();
        assertThat(running("prerehab")).isZero();
        assertThat(running("orientation")).isOne();
        assertThat(shown("userTask_holdTalk"))
                .isEqualTo(AT_A_WORKPLACE + "\nVid sidan av: Samhälls- och arbetslivsorientering, sedan 2027-02-01");
        assertThat(akten()).contains("Orkar inte båda");
        refused(ActivityAnswers.ends(anna.caseNumber, "prerehab"), "Förrehab pågår inte vid sidan av");
        starts(ActivityAnswers.group(anna.caseNumber));
        assertThat(waitsForAGroup()).isTrue();
    }

    @Test
    void itGoesOnDuringTheExitAndEndsWithTheCase() {
        starts(ActivityAnswers.group(anna.caseNumber));
        starts(ActivityAnswers.begins(anna.caseNumber, "orientation"));
        LocalDate lastDay = world.today().plusWeeks(2);
        anna.does(Case.COACH, "userTask_holdTalk", Answers.lastTalk())
                .does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", lastDay));
        assertThat(running("activity")).isEqualTo(2);
        refused(ActivityAnswers.begins(anna.caseNumber, "orientation"), "inget nytt kan börja vid sidan av");

        world.passesTo(lastDay);
        assertThat(running("activity")).isZero();
        assertThat(world.endsOf("activity")).containsExactly("endEvent_caseClosed");
        assertThat(waitsForAGroup()).isFalse();
        assertThat(runs()).isZero();
    }

    private int runs() {
        return jdbc.sql("select count(*) from step_beside where case_number = ? and ended_on is null")
                .param(anna.caseNumber)
                .query(Integer.class)
                .single();
    }

    @Test
    void itEndsWhenParticipationIsDiscontinued() {
        starts(ActivityAnswers.group(anna.caseNumber));
        starts(ActivityAnswers.begins(anna.caseNumber, "orientation"));
        world.starts(Case.COACH, "interruption", Answers.interruption(anna.caseNumber, "moved"));

        anna.isAt("userTask_measure");
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_planOrientation", "userTask_holdTalk");
        assertThat(running("activity")).isZero();
        assertThat(waitsForAGroup()).isFalse();
        assertThat(runs()).isZero();
    }

    @Test
    void itEndsWithoutAQuestionWhenTheParticipantHasDied() {
        starts(ActivityAnswers.group(anna.caseNumber));
        starts(ActivityAnswers.begins(anna.caseNumber, "orientation"));
        staffed();
        world.starts(
                Case.COACH,
                "departure",
                Answers.of("caseNumber", anna.caseNumber, "reason", "deceased", "happenedOn", world.today()));

        anna.hasNoTasks();
        assertThat(running("activity")).isZero();
        assertThat(seat()).isNull();
        assertThat(runs()).isZero();
    }

    // ---- what is refused

    @Test
    void onlyWhatTheProgrammeAllowsBesideTheStepAndOnlyOnce() {
        refused(ActivityAnswers.begins(anna.caseNumber, "prerehab"), "Vilken grupp?: välj en grupp");
        refused(
                Answers.with(ActivityAnswers.begins(anna.caseNumber, "prerehab"), "wantedGroup", "mabra"),
                "Vilken grupp? – välj ett av alternativen");
        starts(ActivityAnswers.group(anna.caseNumber));
        refused(ActivityAnswers.group(anna.caseNumber), "Förrehab pågår redan vid sidan av");

        Case bo = enrolled("orientation");
        refused(
                ActivityAnswers.begins(bo.caseNumber, "orientation"),
                "Samhälls- och arbetslivsorientering är deltagarens steg redan");
        refused(
                ActivityAnswers.group(bo.caseNumber),
                "programmet har inte Förrehab vid sidan av Samhälls- och arbetslivsorientering");
        Case cissi = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.remove(0), world.today()))
                .admitted();
        refused(ActivityAnswers.group(cissi.caseNumber), "ingen handlingsplan än");
        assertThat(jdbc.sql("select count(*) from fact where kind = 'activity-change'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}

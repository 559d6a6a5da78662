package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Refused;
import se.samsteg.programme.OtherGroups;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Anna takes AMA's course and trains at the same time; the training goes on after the course. */
@SamstegTest
class SeveralGroupsJourneyTest {

    private static final String LEADER = "sthlm.gruppcoach1";
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 2, 16);

    private static final Settings.Group COURSE =
            group("mabra", "Må bra-kurs", new Settings.Series("Träff", null, null, null, 2, 1, 90));
    private static final Settings.Group TRAINING =
            group("training", "Träningsgrupp", new Settings.Series("Träning", null, null, null, null, 2, 60));

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    Programmes programmes;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> people = IdentityNumbers.some(2);
    private OtherGroups withRollCalls;
    private Case anna;
    private @Nullable DeploymentWithDefinitions old;

    private static Settings.Group group(String type, String name, Settings.Series series) {
        return new Settings.Group(
                type,
                name,
                List.of(series),
                10,
                15,
                Settings.Attendance.INTERNAL,
                null,
                List.of("woman"),
                List.of("sömn"));
    }

    @BeforeEach
    void annaWaitsForTheCourse() {
        world.begin(MONDAY);
        withRollCalls = new OtherGroups(programmes, "ama", List.of(COURSE, TRAINING));
        anna = takenIn(
                Answers.with(Answers.plan(world.today(), "prerehab"), "workForm", "both", "wantedGroup", "mabra"));
    }

    @AfterEach
    void theProgrammeAsItIs() {
        withRollCalls.close();
        if (old != null) {
            repository.deleteDeployment(old.getId(), true, true);
        }
    }

    private Case takenIn(Map<String, Object> plan) {
        return Case.referred(
                        world, jdbc, "ama", AmaAnswers.SOCIAL_WORKER, AmaAnswers.referral(people.get(0), world.today()))
                .does(AmaAnswers.LEAD, "userTask_appoint", AmaAnswers.appointed(AmaAnswers.COACH))
                .does(AmaAnswers.COACH, "userTask_bookTalk", AmaAnswers.booked(world.today()))
                .does(AmaAnswers.COACH, "userTask_holdTalk", AmaAnswers.takenIn(world.today()))
                .does(AmaAnswers.COACH, "userTask_mapSituation", Answers.mapping())
                .does(AmaAnswers.COACH, "userTask_measureBaseline", Answers.baseline())
                .does(AmaAnswers.COACH, "userTask_writeActionPlan", plan);
    }

    private Map<String, Object> beside(String type) {
        return Answers.with(ActivityAnswers.begins(anna.caseNumber, "prerehab"), "wantedGroup", type);
    }

    private void begins(String type) {
        world.starts(AmaAnswers.COACH, "activity", beside(type));
    }

    private String staffed(String type, String... weekdays) {
        String group = planned(type, weekdays);
        world.completes(LEADER, "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        return group;
    }

    private String planned(String type, String... weekdays) {
        world.starts(LEADER, "group", Answers.group(type, FIRST_DAY, List.of(weekdays)));
        return jdbc.sql("select number from programme_group order by number desc limit 1")
                .query(String.class)
                .single();
    }

    private List<String> seats() {
        return jdbc.sql("""
                        select group_number from group_place where case_number = ? and left_on is null
                        and group_number is not null order by type""").param(anna.caseNumber).query(String.class).list();
    }

    private List<String> queues() {
        return jdbc.sql("select type from waiting_for_group where case_number = ? order by type")
                .param(anna.caseNumber)
                .query(String.class)
                .list();
    }

    private void meets(String group, Map<String, Object> session) {
        world.completes(LEADER, "userTask_recordSession", group, session);
    }

    private void changes(Map<String, Object> change) {
        world.starts(AmaAnswers.COACH, "participation", change);
    }

    private Map<String, Object> change(String what, String type) {
        return Answers.with(Answers.participation(anna.caseNumber, what), "groupType", type);
    }

    private long running(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(anna.caseNumber)
                .count();
    }

    private List<String> asked() {
        return tasks
                .createTaskQuery()
                .taskDefinitionKey("userTask_evaluateGroup")
                .processInstanceBusinessKey(anna.caseNumber)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> String.valueOf(tasks.getVariable(task.getId(), "attendedGroup")))
                .toList();
    }

    private String step() {
        return String.valueOf(world.shown(AmaAnswers.COACH, "userTask_holdTalk", anna.caseNumber, "currentStep"));
    }

    private int missed() {
        return jdbc.sql("select count(*) from no_show where case_number = ? and settled_on is null")
                .param(anna.caseNumber)
                .query(Integer.class)
                .single();
    }

    private static void refused(Runnable attempt, String why) {
        assertThatThrownBy(attempt::run).isInstanceOf(Refused.class).hasMessageContaining(why);
    }

    // ---- both

    @Test
    void theTrainingRunsBesideTheCourseAndGoesOnAfterIt() throws Exception {
        begins("training");
        assertThat(queues()).containsExactly("mabra", "training");
        assertThat(step()).endsWith("\nVid sidan av: Må bra och stärkande (Träningsgrupp), sedan 2027-02-01");
        String course = staffed("mabra", "tuesday");
        assertThat(queues()).containsExactly("training");
        String training = staffed("training", "tuesday", "thursday");
        assertThat(seats()).containsExactly(course, training);

        world.passesTo(FIRST_DAY);
        meets(course, Answers.sessionHeld("absent"));
        assertThat(missed()).isOne();
        meets(training, Answers.with(Answers.sessionHeld("excused"), "needs", List.of(anna.caseNumber)));
        assertThat(missed()).isOne();
        assertThat(world.shown(AmaAnswers.COACH, "userTask_meetNeed", anna.caseNumber, "raised"))
                .asString()
                .startsWith("Träningsgrupp " + training);

        anna.does(AmaAnswers.COACH, "userTask_meetNeed", Answers.individualNeed());

        theCourseEnds(course);
        assertThat(asked()).containsExactly("Må bra-kurs " + course);
        assertThat(seats()).containsExactly(training);
        anna.does(AmaAnswers.COACH, "userTask_decideNextStep", Answers.nextStep("workplace", world.today()));
        anna.isAt("userTask_evaluateGroup", "userTask_holdTalk", "userTask_matchWorkplace", "userTask_seekOut");
        assertThat(step()).contains("Arbetsträning", "Vid sidan av: Må bra och stärkande (Träningsgrupp)");

        theTrainingEnds(training);
        assertThat(asked()).containsExactly("Må bra-kurs " + course, "Träningsgrupp " + training);
        assertThat(seats()).isEmpty();
        assertThat(running("activity")).isZero();
        anna.does(LEADER, "userTask_evaluateGroup", Answers.groupGave("workplace"))
                .does(LEADER, "userTask_evaluateGroup", Answers.groupGave("workplace"));
        assertThat(jdbc.sql("""
                                select content ->> 'attendedGroup' from fact
                                where case_number = ? and kind = 'prerehab-group-evaluation'""").param(anna.caseNumber).query(String.class).list())
                .containsExactlyInAnyOrder("Må bra-kurs " + course, "Träningsgrupp " + training);
        bothAreCounted();
    }

    private void theCourseEnds(String course) {
        world.passesTo(FIRST_DAY.plusWeeks(1));
        meets(course, Answers.of("outcome", "cancelled"));
    }

    private void theTrainingEnds(String training) {
        world.starts(LEADER, "regrouping", Answers.regrouping(training, "close-series"));
        while (world.openTasks(training).contains("userTask_recordSession")) {
            meets(training, Answers.of("outcome", "cancelled"));
            world.passesTo(world.today().plusDays(1));
        }
    }

    private void bothAreCounted() throws Exception {
        String results = Visit.text(new Visit(port)
                .logIn(AmaAnswers.LEAD)
                .get("camunda/api/samsteg/results?programme=ama&from=2027-01-01&to=2027-12-31&by=sex"));
        for (JsonNode figure : json.readTree(results).get("figures")) {
            if (figure.get("id").asText().equals("groups.participants")) {
                assertThat(figure.get("count").asInt()).isEqualTo(2);
                assertThat(figure.get("parts").toString()).contains("Må bra-kurs", "Träningsgrupp");
                return;
            }
        }
        throw new AssertionError("no figure of participants");
    }

    @Test
    void aRollCallOfOneOfTwoOnADayIsCorrected() {
        begins("training");
        String course = staffed("mabra", "tuesday");
        String training = staffed("training", "tuesday", "thursday");
        world.passesTo(FIRST_DAY);
        meets(course, Answers.sessionHeld("absent"));
        meets(training, Answers.sessionHeld("absent"));
        assertThat(missed()).isEqualTo(2);

        Map<String, Object> correction = Answers.with(
                Answers.participation(anna.caseNumber, "correct-attendance"),
                "sessionDay",
                FIRST_DAY,
                "presence",
                "excused");
        refused(() -> changes(correction), "Vilken grupp gäller det?: deltagaren har flera");
        changes(Answers.with(correction, "groupType", "training"));
        assertThat(missed()).isOne();
        assertThat(jdbc.sql("select attendance from roll_call where case_number = ? order by group_number")
                        .param(anna.caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("absent", "excused");
    }

    @Test
    void aGroupCoachChangesTheOwnGroupAndNotThatOfAnother() {
        begins("training");
        String course = staffed("mabra", "tuesday");
        String training = staffed("training", "tuesday", "thursday");
        world.passesTo(FIRST_DAY);
        meets(course, Answers.sessionHeld("absent"));
        meets(training, Answers.sessionHeld("absent"));
        jdbc.sql("update programme_group set leader = 'another.groupcoach' where number = ?")
                .param(course)
                .update();

        world.starts(
                LEADER,
                "participation",
                Answers.with(
                        Answers.participation(anna.caseNumber, "correct-attendance"),
                        "sessionDay",
                        FIRST_DAY,
                        "presence",
                        "excused"));
        assertThat(jdbc.sql("select attendance from roll_call where case_number = ? order by group_number")
                        .param(anna.caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("absent", "excused");
        refused(
                () -> world.starts(LEADER, "participation", change("leave-group", "mabra")),
                "deltagaren är inte med i någon grupp av den typen som du leder");
        world.starts(LEADER, "participation", Answers.participation(anna.caseNumber, "leave-group"));
        assertThat(seats()).containsExactly(course);
    }

    // ---- one of them

    @Test
    void aParticipantLeavesOneGroupAndKeepsTheOther() {
        begins("training");
        staffed("mabra", "tuesday");
        String training = staffed("training", "tuesday", "thursday");
        refused(
                () -> changes(Answers.participation(anna.caseNumber, "leave-group")),
                "Vilken grupp gäller det?: deltagaren har flera");
        changes(change("leave-group", "mabra"));
        assertThat(seats()).containsExactly(training);
        anna.isAt("userTask_decideNextStep", "userTask_holdTalk");
        assertThat(running("activity")).isOne();

        refused(
                () -> anna.does(
                        AmaAnswers.COACH,
                        "userTask_decideNextStep",
                        Answers.with(Answers.nextStep("prerehab", world.today()), "wantedGroup", "training")),
                "Önskad grupp: deltagaren är redan med i en sådan grupp");
        anna.does(
                AmaAnswers.COACH,
                "userTask_decideNextStep",
                Answers.with(Answers.nextStep("prerehab", world.today()), "wantedGroup", "mabra"));
        assertThat(queues()).containsExactly("mabra");
        assertThat(seats()).containsExactly(training);
    }

    @Test
    void theCoachEndsTheOneBesideTheStep() {
        begins("training");
        String course = staffed("mabra", "tuesday");
        staffed("training", "tuesday", "thursday");
        world.starts(AmaAnswers.COACH, "activity", ActivityAnswers.ends(anna.caseNumber, "prerehab"));
        assertThat(seats()).containsExactly(course);
        assertThat(running("prerehab")).isOne();
        assertThat(step()).doesNotContain("Vid sidan av");
    }

    @Test
    void aParticipantLeavesOneQueueAndWaitsInTheOther() {
        begins("training");
        refused(
                () -> changes(Answers.participation(anna.caseNumber, "leave-queue")),
                "Vilken grupp gäller det?: deltagaren har flera");
        changes(change("leave-queue", "training"));
        assertThat(queues()).containsExactly("mabra");
        assertThat(running("activity")).isZero();
    }

    @Test
    void aCancelledGroupLeavesTheOtherAsItIs() {
        begins("training");
        staffed("mabra", "tuesday");
        String training = staffed("training", "tuesday", "thursday");
        String course = seats().get(0);
        world.starts(LEADER, "regrouping", Answers.regrouping(course, "cancel"));
        assertThat(queues()).containsExactly("mabra");
        assertThat(seats()).containsExactly(training);
    }

    @Test
    void whoGoesOverToAGroupOfAnotherTypeMayHaveOneOfTheFirstTypeBesideIt() {
        String training = planned("training", "tuesday", "thursday");
        world.completes(LEADER, "userTask_staffGroup", training, Answers.of("participants", List.of()));
        changes(Answers.participation(anna.caseNumber, "join", training));
        assertThat(seats()).containsExactly(training);
        refused(() -> begins("training"), "Vilken grupp?: deltagaren är redan med i en sådan grupp");
        begins("mabra");
        String course = staffed("mabra", "tuesday");
        assertThat(seats()).containsExactly(course, training);
        refused(
                () -> changes(
                        Answers.with(Answers.participation(anna.caseNumber, "move", course), "groupType", "training")),
                "Grupp: deltagaren är redan med i en sådan grupp");

        changes(change("leave-group", "training"));
        assertThat(seats()).containsExactly(course);
        anna.isAt("userTask_decideNextStep", "userTask_holdTalk");
    }

    @Test
    void aGroupBesideTheStepIsKnownByTheTypeItIsNow() {
        String training = planned("training", "tuesday", "thursday");
        world.completes(LEADER, "userTask_staffGroup", training, Answers.of("participants", List.of()));
        staffed("mabra", "tuesday");
        changes(change("leave-group", "mabra"));
        anna.does(AmaAnswers.COACH, "userTask_decideNextStep", Answers.nextStep("orientation", world.today()));
        begins("mabra");
        changes(Answers.participation(anna.caseNumber, "join", training));
        assertThat(step()).contains("Vid sidan av: Må bra och stärkande (Träningsgrupp)");
        begins("mabra");
        assertThat(queues()).containsExactly("mabra");
        world.starts(
                AmaAnswers.COACH,
                "activity",
                Answers.with(ActivityAnswers.ends(anna.caseNumber, "prerehab"), "wantedGroup", "training"));
        assertThat(seats()).isEmpty();
        assertThat(queues()).containsExactly("mabra");
        assertThat(running("activity")).isOne();
    }

    // ---- a process of a model from before several groups, which names no type when it leaves

    @Test
    void anOldProcessTakesItsOwnPlaceAndLeavesItsOwnGroup() throws Exception {
        runsByAnOldModel();
        begins("training");
        String course = staffed("mabra", "tuesday");
        assertThat(queues()).containsExactly("training");
        String training = staffed("training", "tuesday", "thursday");
        world.passesTo(FIRST_DAY);
        meets(course, Answers.of("outcome", "cancelled"));
        theCourseEnds(course);
        assertThat(seats()).containsExactly(training);
        assertThat(running("activity")).isOne();
        theTrainingEnds(training);
        assertThat(seats()).isEmpty();
        assertThat(running("activity")).isZero();
    }

    @Test
    void anOldProcessThatKeptTheTypeItBeganWithIsToldThatTheGroupOfAnotherHasEnded() throws Exception {
        runsByAnOldModel();
        String training = planned("training", "tuesday", "thursday");
        world.completes(LEADER, "userTask_staffGroup", training, Answers.of("participants", List.of()));
        changes(Answers.participation(anna.caseNumber, "join", training));
        runtime.setVariable(prerehab().getId(), "groupType", "mabra");

        begins("mabra");
        assertThat(queues()).containsExactly("mabra");
        world.passesTo(FIRST_DAY.plusWeeks(1));
        theTrainingEnds(training);
        anna.isAt("userTask_evaluateGroup", "userTask_decideNextStep", "userTask_holdTalk");
        assertThat(queues()).containsExactly("mabra");
        assertThat(running("activity")).isOne();
    }

    private ProcessInstance prerehab() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("prerehab")
                .processInstanceBusinessKey(anna.caseNumber)
                .singleResult();
    }

    private void runsByAnOldModel() throws IOException {
        String model = Files.readString(Path.of("processes/prerehab.bpmn"))
                .replace("(caseNumber, groupType)}\" event=\"end\"", "(caseNumber)}\" event=\"end\"");
        assertThat(model).contains("${group.leaveQueue(caseNumber)}", "${group.leave(caseNumber)}");
        old = repository
                .createDeployment()
                .addString("processes/prerehab.bpmn", model)
                .addString("forms/prerehab-individual-need.form", FormFiles.json("prerehab-individual-need"))
                .deployWithResult();
        String definition = old.getDeployedProcessDefinitions().get(0).getId();
        runtime.newMigration(runtime.createMigrationPlan(prerehab().getProcessDefinitionId(), definition)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(prerehab().getId())
                .execute();
    }

    // ---- the end, and what is refused

    @Test
    void allPlacesEndWithTheParticipation() {
        begins("training");
        staffed("mabra", "tuesday");
        staffed("training", "tuesday", "thursday");
        world.starts(
                AmaAnswers.COACH,
                "departure",
                Answers.of("caseNumber", anna.caseNumber, "reason", "deceased", "happenedOn", world.today()));
        assertThat(seats()).isEmpty();
        assertThat(running("activity")).isZero();
        anna.hasNoTasks();
    }

    @Test
    void noTwoGroupsOfATypeAndNoTwoAssessmentsAtOnce() {
        refused(() -> begins("mabra"), "Vilken grupp?: deltagaren är redan med i en sådan grupp");
        world.starts(AmaAnswers.COACH, "activity", Answers.with(beside("training"), "wantsAssessment", true));
        refused(
                () -> world.starts(
                        AmaAnswers.COACH,
                        "activity",
                        Answers.with(ActivityAnswers.begins(anna.caseNumber, "prerehab"), "wantsAssessment", true)),
                "Arbetsterapeutens bedömning önskas: den är redan begärd");
        refused(
                () -> world.starts(
                        AmaAnswers.COACH,
                        "activity",
                        Answers.with(ActivityAnswers.ends(anna.caseNumber, "prerehab"), "wantedGroup", "mabra")),
                "Må bra och stärkande (Må bra-kurs) pågår inte vid sidan av");
    }

    @Test
    void aGroupOfTheTypeBeginsAgainWhenWhatRemainsOfTheFirstIsEnded() {
        world.starts(AmaAnswers.COACH, "activity", Answers.with(beside("training"), "wantsAssessment", true));
        staffed("mabra", "tuesday");
        staffed("training", "tuesday", "thursday");
        changes(change("leave-group", "training"));
        assertThat(running("activity")).as("the assessment remains").isOne();
        refused(() -> begins("training"), "Vilken grupp?: en insats med en sådan grupp pågår redan");
        refused(
                () -> changes(Answers.with(
                        Answers.participation(anna.caseNumber, "move", planned("training", "monday")),
                        "groupType",
                        "mabra")),
                "Grupp: en insats med en sådan grupp pågår redan");
        changes(change("leave-group", "mabra"));
        refused(
                () -> anna.does(
                        AmaAnswers.COACH,
                        "userTask_decideNextStep",
                        Answers.with(Answers.nextStep("prerehab", world.today()), "wantedGroup", "training")),
                "Önskad grupp: en insats med en sådan grupp pågår redan");

        world.starts(AmaAnswers.COACH, "activity", ActivityAnswers.ends(anna.caseNumber, "prerehab"));
        anna.does(
                AmaAnswers.COACH,
                "userTask_decideNextStep",
                Answers.with(Answers.nextStep("prerehab", world.today()), "wantedGroup", "training"));
        assertThat(queues()).containsExactly("training");
    }

    @Test
    void aProgrammeThatDoesNotAllowItHasOneGroupAtATime() {
        Case bo = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.get(1), world.today()))
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(world.today(), "halsogrupp"));
        refused(
                () -> world.starts(
                        Case.COACH,
                        "activity",
                        Answers.with(
                                ActivityAnswers.begins(bo.caseNumber, "prerehab"), "wantedGroup", "aktivitetsgrupp")),
                "Vilken insats?: Förrehab är deltagarens steg redan");
    }
}

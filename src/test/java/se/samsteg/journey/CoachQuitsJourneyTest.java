package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.OwnCases;
import se.samsteg.letter.Letter;

/** A coach leaves three participants in the middle: in a group, at a workplace, and waiting to be enrolled. */
@SamstegTest
class CoachQuitsJourneyTest {

    private static final String NEW = "coach2";

    private final List<String> people = IdentityNumbers.some(3);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    OwnCases ownCases;

    @Autowired
    Letter letter;

    private Case anna;
    private Case bo;
    private Case cissi;

    @BeforeEach
    void threeCasesInDifferentPhases() {
        world.begin(LocalDate.of(2027, 2, 1));
        anna = admitted(0).enrolledWithAPlan(Answers.planWithAGroup(world.today(), "halsogrupp"));
        bo = admitted(1).enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
        cissi = admitted(2);
        LocalDate monday = world.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        world.starts("gruppcoach1", "group", Answers.group("halsogrupp", monday, List.of("monday", "thursday")));
        String group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        world.completes(
                "gruppcoach1", "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        world.passesTo(monday);
        world.completes(
                "gruppcoach1",
                "userTask_recordSession",
                group,
                Answers.with(Answers.sessionHeld("took-part"), "needs", List.of(anna.caseNumber)));
        bo.does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(world.today()));
        world.passes(Period.ofWeeks(1));
    }

    private Case admitted(int person) {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(people.get(person), world.today()))
                .admitted();
    }

    private List<Case> all() {
        return List.of(anna, bo, cissi);
    }

    private List<String> tasksThatShowTo(String user) {
        return world.as(user, () -> tasks.createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList());
    }

    private boolean seesCase(String user, Case someone) {
        return world.as(user, () -> ownCases.find(someone.caseNumber).isPresent());
    }

    private void aLetterToTheCoachIsWritten(Case about) {
        DelegateExecution cause = mock(DelegateExecution.class);
        when(cause.getVariable("caseNumber")).thenReturn(about.caseNumber);
        when(cause.getActivityInstanceId()).thenReturn("sendTask_announce:1");
        letter.toCoach(cause, "followup-soon");
    }

    private int coachChanges(Case someone) {
        return jdbc.sql("select count(*) from handover where case_number = ? and role = 'coach'")
                .param(someone.caseNumber)
                .query(Integer.class)
                .single();
    }

    @Test
    void theNewCoachHasAllOfItAndTheFormerNothing() {
        assertThat(tasksThatShowTo(Case.COACH))
                .containsExactly(
                        "userTask_checkIn",
                        "userTask_checkIn",
                        "userTask_holdTalk",
                        "userTask_holdTalk",
                        "userTask_meetNeed",
                        "userTask_summon");
        List<String> hadAlready = tasksThatShowTo(NEW);

        world.starts(Case.LEAD, "handover", HandoverAnswers.quits(Case.COACH));
        String offered = String.valueOf(world.shown(Case.LEAD, "userTask_select", null, "heldCases"));
        assertThat(offered).contains(anna.caseNumber + " – Anna Ek", "tyngd 2");
        assertThat(String.valueOf(world.shown(Case.LEAD, "userTask_select", null, "successors")))
                .contains("Yusuf Öztürk – 0 av")
                .doesNotContain("Maria Ekström");
        aLetterToTheCoachIsWritten(bo);
        world.completes(Case.LEAD, "userTask_select", null, HandoverAnswers.allTo(NEW));

        assertThat(tasksThatShowTo(Case.COACH)).isEmpty();
        assertThat(tasksThatShowTo(NEW))
                .hasSize(hadAlready.size() + 6)
                .contains("userTask_checkIn", "userTask_holdTalk", "userTask_meetNeed", "userTask_summon");
        for (Case one : all()) {
            assertThat(seesCase(Case.COACH, one)).isFalse();
            assertThat(seesCase(NEW, one)).isTrue();
            assertThat(coachChanges(one)).isEqualTo(1);
        }
        assertThat(world.mailTo(Case.COACH)).noneMatch(mail -> mail.contains(bo.caseNumber));
        assertThat(world.mailTo(NEW))
                .anyMatch(mail -> mail.startsWith("Snart dags för uppföljning") && mail.contains(bo.caseNumber))
                .anyMatch(mail -> mail.startsWith("Du har tagit över ärenden") && mail.contains("3 ärenden"));

        for (int n = 0; n < all().size(); n++) {
            world.completes(Case.LEAD, "userTask_writeNote", null, HandoverAnswers.note());
        }
        assertThat(world.endsOf("handover")).containsExactly("endEvent_handedOver");
        assertThat(jdbc.sql("select case_number from fact where kind = 'handover-note' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(anna.caseNumber, bo.caseNumber, cissi.caseNumber);
        theirWaysGoOnWithTheNewCoach();
    }

    private void theirWaysGoOnWithTheNewCoach() {
        bo.does(NEW, "userTask_holdTalk", Answers.talk(world.today().plusWeeks(2)));
        assertThat(world.ownerOf("userTask_holdTalk", bo.caseNumber)).isEqualTo(NEW);
        cissi.does(NEW, "userTask_summon", Answers.summons(world.today().plusWeeks(1)));
        assertThat(world.ownerOf("userTask_holdEnrolment", cissi.caseNumber)).isEqualTo(NEW);
        bo.does(Case.CONSULTANT, "userTask_followUpPlacement", Answers.jobOffered());
        assertThat(world.ownerOf("userTask_decideNextStep", bo.caseNumber)).isEqualTo(NEW);
        anna.does(NEW, "userTask_meetNeed", Answers.individualNeed());
    }
}

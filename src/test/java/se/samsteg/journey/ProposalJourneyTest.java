package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;

/** In AMA each participant has a SIP meeting unless the coach says why not. */
@SamstegTest
class ProposalJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String COACH = AmaAnswers.COACH;
    private static final String QUESTION = "userTask_answer";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    private Case anna;

    @BeforeEach
    void annaHasAPlan() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "ama", AmaAnswers.SOCIAL_WORKER, AmaAnswers.referral("19800101-9804", MONDAY))
                .does(AmaAnswers.LEAD, "userTask_appoint", AmaAnswers.appointed(COACH))
                .does(COACH, "userTask_bookTalk", AmaAnswers.booked(MONDAY))
                .does(COACH, "userTask_holdTalk", AmaAnswers.takenIn(MONDAY))
                .does(COACH, "userTask_mapSituation", Answers.mapping())
                .does(COACH, "userTask_measureBaseline", Answers.baseline())
                .does(COACH, "userTask_writeActionPlan", Answers.plan(MONDAY, "workplace"));
    }

    private Map<String, Object> row() {
        return jdbc.sql("select * from case_sip where case_number = ?")
                .param(anna.caseNumber)
                .query()
                .singleRow();
    }

    private String file() throws Exception {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .processInstanceBusinessKey(anna.caseNumber)
                .singleResult()
                .getId();
        return Visit.text(new Visit(port).logIn(COACH).get("camunda/api/samsteg/case?taskId=" + task));
    }

    @Test
    void theCoachAsksForTheMeetingWhenThePlanIsAgreed() throws Exception {
        assertThat(file()).contains("Frågan är inte besvarad");
        anna.does(COACH, QUESTION, AmaAnswers.sipWanted());
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain(QUESTION);
        assertThat(world.ownerOf("userTask_invite", anna.caseNumber)).isEqualTo(COACH);
        assertThat(String.valueOf(world.shown(COACH, "userTask_invite", anna.caseNumber, "purpose")))
                .startsWith("En gemensam plan");
        anna.does(COACH, "userTask_invite", SipAnswers.call(MONDAY.plusDays(10)));
        world.passesTo(MONDAY.plusDays(10));
        anna.does(COACH, "userTask_document", SipAnswers.nothingDecided(world.today()));

        assertThat(row().get("asked_on")).hasToString("2027-02-01");
        assertThat(row().get("held_on")).hasToString("2027-02-11");
        assertThat(row()).containsEntry("reason", null).containsEntry("obstacle", null);
    }

    @Test
    void notNowNeedsADayOnWhichTheQuestionComesBack() throws Exception {
        Map<String, Object> notNow = AmaAnswers.noSip("not-now");
        assertThat(assertThrows(Refused.class, () -> anna.does(COACH, QUESTION, notNow))
                        .getMessage())
                .startsWith("Fråga igen den:");
        assertThat(row()).containsEntry("reason", null);

        LocalDate later = MONDAY.plusWeeks(6);
        anna.does(COACH, QUESTION, Answers.with(notNow, "askAgainOn", later));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain(QUESTION, "userTask_invite");
        assertThat(row()).containsEntry("reason", "not-now");
        assertThat(file()).contains("Varför inte", "Inte nu", later.toString());
        world.passesTo(later);
        assertThat(String.valueOf(world.shown(COACH, QUESTION, anna.caseNumber, "last")))
                .contains("Varför inte? Inte nu");
        anna.does(COACH, QUESTION, AmaAnswers.noSip("declines"));
        assertThat(row()).containsEntry("reason", "declines").containsEntry("ask_again_on", null);
        assertThat(world.endsOf("proposal")).containsExactly("endEvent_without");
    }

    @Test
    void aMeetingThatIsAskedForInAnotherWayAnswersTheQuestion() {
        world.starts(COACH, "sip", SipAnswers.request(anna.caseNumber));
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain(QUESTION);
        assertThat(world.endsOf("proposal")).containsExactly("endEvent_requestedOtherwise");
        assertThat(row().get("asked_on")).hasToString("2027-02-01");
    }

    @Test
    void whatIsTypedStandsInTheFactsAlone() {
        anna.does(
                COACH,
                QUESTION,
                Answers.with(AmaAnswers.noSip("not-now"), "note", "vitsippsdal", "askAgainOn", MONDAY.plusWeeks(6)));
        world.passesTo(MONDAY.plusWeeks(6));
        anna.does(
                COACH,
                QUESTION,
                Answers.with(
                        AmaAnswers.sipWanted(),
                        "purpose",
                        "vitsippsdal",
                        "agenda",
                        "vitsippsdal",
                        "parties",
                        List.of("other"),
                        "otherParty",
                        "vitsippsdal"));
        anna.does(COACH, "userTask_invite", SipAnswers.noMeeting());
        assertThat(Tables.holding(jdbc, "vitsippsdal")).containsExactly("fact");
        assertThat(world.allMail()).noneMatch(mail -> mail.contains("vitsippsdal"));
    }

    @Test
    void aMeetingWithTheNetworkAloneDoesNot() {
        world.starts(COACH, "sip", SipAnswers.networkRequest(anna.caseNumber));
        anna.isAt(QUESTION);
        assertThat(row()).containsEntry("asked_on", null);
    }

    @Test
    void whereMeetingsAreHeldOnRequestNothingIsAsked() {
        Case sofia = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"));
        assertThat(world.openTasks(sofia.caseNumber)).doesNotContain(QUESTION);
    }
}

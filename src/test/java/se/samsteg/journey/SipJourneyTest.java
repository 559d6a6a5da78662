package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
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

/** A SIP meeting that the coach asks for, that is not held twice and then is. */
@SamstegTest
class SipJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String CASEWORKER = "handlaggare.fk";

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
    void annaIsOnHerWay() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, CASEWORKER, Answers.referral("19800101-9804", MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"));
    }

    private void meetingIsCalled(LocalDate day) {
        anna.does(CASEWORKER, "userTask_invite", SipAnswers.call(day));
        world.passesTo(day);
    }

    private long lettersOfDelay() {
        return world.mailTo(Case.LEAD).stream()
                .filter(letter -> letter.startsWith(
                        "Ett SIP- eller nätverksmöte har begärts men inte hållits, ärende " + anna.caseNumber))
                .count();
    }

    private Map<String, Object> row() {
        return jdbc.sql("select * from sip where case_number = ?")
                .param(anna.caseNumber)
                .query()
                .singleRow();
    }

    @Test
    void notHeldTwiceThenHeldWithTheLeadsHelpAndFollowedUp() {
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        assertThat(world.ownerOf("userTask_invite", anna.caseNumber)).isEqualTo(CASEWORKER);
        assertThat(String.valueOf(world.shown(CASEWORKER, "userTask_invite", anna.caseNumber, "purpose")))
                .startsWith("En gemensam plan");

        meetingIsCalled(MONDAY.plusDays(10));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_document", anna.caseNumber, "invitation")))
                .contains("2027-02-11 kl. 13:15", "Arbetsförmedlingen, Vårdcentralen, Boendestödet");
        anna.does(Case.COACH, "userTask_document", SipAnswers.doctorAbsent());
        meetingIsCalled(MONDAY.plusDays(20));
        anna.does(Case.COACH, "userTask_document", SipAnswers.cancelledByTheRegion());
        assertThat(String.valueOf(world.shown(CASEWORKER, "userTask_invite", anna.caseNumber, "waiting")))
                .isEqualTo("Begärt 2027-02-01, 20 dagar sedan. Försök hittills: 2, senast: mötet ställdes in.");

        anna.does(Case.COACH, "userTask_holdTalk", Answers.talk(MONDAY.plusWeeks(8)));
        world.passesTo(MONDAY.plusDays(29));
        assertThat(lettersOfDelay()).isZero();
        world.passesTo(MONDAY.plusDays(30));
        anna.isAt("userTask_handleAlert").does(Case.LEAD, "userTask_handleAlert", Answers.handled(MONDAY.plusDays(35)));
        assertThat(lettersOfDelay()).isEqualTo(1);
        world.passesTo(MONDAY.plusDays(35));
        anna.isAt("userTask_handleAlert");
        assertThat(lettersOfDelay()).isEqualTo(2);

        meetingIsCalled(MONDAY.plusDays(40));
        anna.does(Case.COACH, "userTask_document", SipAnswers.held(world.today()));
        assertThat(row()).containsEntry("attempts", 3).containsEntry("ended_on", null);
        assertThat(row().get("held_on")).hasToString("2027-03-13");
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_handleAlert");
        decisionsAreFollowedUp();

        assertThat(row()).containsEntry("outcome", "followed-up");
        assertThat(world.endsOf("sip")).contains("endEvent_followedUp").doesNotContain("endEvent_notHeld");
        assertThat(lettersOfDelay()).isEqualTo(2);
    }

    /** The participant's and Arbetsförmedlingen's by the coach, the referring authority's by its caseworker. */
    private void decisionsAreFollowedUp() {
        LocalDate held = world.today();
        world.passesTo(held.plusDays(7));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_followUp", anna.caseNumber, "decision")))
                .startsWith("Sömnskola");
        anna.does(Case.COACH, "userTask_followUp", SipAnswers.partly(held.plusDays(30)));
        world.passesTo(held.plusDays(14));
        assertThat(world.shown(Case.COACH, "userTask_followUp", anna.caseNumber, "owner"))
                .isEqualTo("Arbetsförmedlingen");
        anna.does(Case.COACH, "userTask_followUp", SipAnswers.done());
        assertThat(world.ownerOf("userTask_followUp", anna.caseNumber)).isEqualTo(CASEWORKER);
        anna.does(CASEWORKER, "userTask_followUp", SipAnswers.done());

        world.passesTo(held.plusDays(30));
        assertThat(world.shown(Case.COACH, "userTask_followUp", anna.caseNumber, "dueOn"))
                .isEqualTo(held.plusDays(30).toString());
        anna.does(Case.COACH, "userTask_followUp", SipAnswers.done());
        assertThat(jdbc.sql("select postponed || ' ' || outcome from sip_decision order by number")
                        .query(String.class)
                        .list())
                .containsExactly("1 done", "0 done", "0 done");
    }

    private String akten() throws Exception {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .processInstanceBusinessKey(anna.caseNumber)
                .singleResult()
                .getId();
        return Visit.text(new Visit(port).logIn(Case.COACH).get("camunda/api/samsteg/case?taskId=" + task));
    }

    @Test
    void aMeetingThatDecidesNothingEndsTheSipAndItsReasonIsRead() throws Exception {
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        meetingIsCalled(MONDAY.plusDays(10));
        anna.does(Case.COACH, "userTask_document", SipAnswers.nothingDecided(world.today()));

        assertThat(world.endsOf("sip")).contains("endEvent_followedUp");
        assertThat(row()).containsEntry("outcome", "followed-up");
        assertThat(akten()).contains("Senaste SIP- eller nätverksmötet", "Deltagaren vill tänka");
    }

    @Test
    void aNetworkMeetingIsCalledToByTheCoachWithoutAnAuthority() {
        world.starts(Case.COACH, "sip", SipAnswers.networkRequest(anna.caseNumber));
        assertThat(world.ownerOf("userTask_invite", anna.caseNumber)).isEqualTo(Case.COACH);
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_invite", anna.caseNumber, "networkInvited")))
                .startsWith("Systern och scoutledaren");
        assertThrows(
                Refused.class, () -> anna.does(Case.COACH, "userTask_invite", SipAnswers.call(MONDAY.plusDays(10))));

        anna.does(Case.COACH, "userTask_invite", SipAnswers.networkCall(MONDAY.plusDays(10)));
        world.passesTo(MONDAY.plusDays(10));
        assertThat(String.valueOf(world.shown(Case.COACH, "userTask_document", anna.caseNumber, "invitation")))
                .contains("Kallade: Systern");
        anna.does(Case.COACH, "userTask_document", SipAnswers.networkHeld(world.today()))
                .does(Case.COACH, "userTask_followUp", SipAnswers.done());
        assertThat(row()).containsEntry("kind", "network-only").containsEntry("outcome", "followed-up");
    }

    @Test
    void aForeignAndAMadeUpCaseNumberGetTheSameAnswer() {
        String foreign = refusal("handlaggare.af", anna.caseNumber);
        assertThat(foreign)
                .isEqualTo(refusal("handlaggare.af", "SB-2020-9999"))
                .isEqualTo(refusal(Case.CONSULTANT, anna.caseNumber))
                .startsWith("Ärende: ");
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain("userTask_invite");
    }

    private String refusal(String user, String caseNumber) {
        return String.valueOf(
                assertThrows(Refused.class, () -> world.starts(user, "sip", SipAnswers.request(caseNumber)))
                        .getMessage());
    }
}

package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import se.samsteg.casefile.Consents;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;

/** Something to do by a day, for a colleague who has a part in the same case. */
@SamstegTest
class ErrandJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String TASK = "userTask_doErrand";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    Consents consents;

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

    private void asks(String user, String receiver) {
        world.starts(user, "errand", ErrandAnswers.request(anna.caseNumber, receiver, MONDAY.plusDays(3)));
    }

    private String akten() throws Exception {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .processInstanceBusinessKey(anna.caseNumber)
                .singleResult()
                .getId();
        return Visit.text(new Visit(port).logIn(Case.COACH).get("camunda/api/samsteg/case?taskId=" + task));
    }

    private boolean isTold(String user) {
        return world.mailTo(user).stream()
                .anyMatch(
                        letter -> letter.startsWith("En uppgift du lämnade är inte gjord, ärende " + anna.caseNumber));
    }

    @Test
    void theCaseworkerDoesWhatTheCoachAsksForAndTheCoachReadsIt() throws Exception {
        asks(Case.COACH, "caseworker");
        assertThat(world.ownerOf(TASK, anna.caseNumber)).isEqualTo(CASEWORKER);
        assertThat(String.valueOf(world.shown(CASEWORKER, TASK, anna.caseNumber, "what")))
                .startsWith("Ring om intyget");
        assertThat(world.shown(CASEWORKER, TASK, anna.caseNumber, "doOn"))
                .isEqualTo(MONDAY.plusDays(3).toString());
        anna.does(CASEWORKER, TASK, ErrandAnswers.done());

        assertThat(world.endsOf("errand")).contains("endEvent_done");
        assertThat(akten()).contains("Uppgifter till kollegor", "Ring om intyget", "Handläggaren", "Intyget kommer");
        world.settles();
        assertThat(isTold(Case.COACH)).isFalse();
    }

    @Test
    void theSenderIsToldThatItIsNotDone() throws Exception {
        asks(CASEWORKER, "coach");
        anna.does(Case.COACH, TASK, ErrandAnswers.notDone());
        world.settles();
        assertThat(world.endsOf("errand")).contains("endEvent_notDone");
        assertThat(isTold(CASEWORKER)).isTrue();
        assertThat(akten()).contains("Mottagningen svarar inte");
    }

    @Test
    void whatIsNotDoneSaysWhy() {
        asks(Case.COACH, "any-lead");
        assertThatThrownBy(() -> anna.does(Case.LEAD, TASK, Map.of("wasDone", "no")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Kommentar:");
        anna.does(Case.LEAD, TASK, ErrandAnswers.notDone());
    }

    @Test
    void onlyWhoHasAPartInTheCaseGivesAndGetsATask() {
        assertThatThrownBy(() -> asks("coach2", "coach"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ärende: ");
        assertThatThrownBy(() -> asks(Case.COACH, "therapist"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Till vem?: ");
        consents.withdraw(anna.caseNumber, List.of("fk"), List.of());
        assertThatThrownBy(() -> asks(Case.COACH, "caseworker"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Till vem?: handläggarens myndighet");
        assertThat(world.openTasks(anna.caseNumber)).doesNotContain(TASK);
    }
}

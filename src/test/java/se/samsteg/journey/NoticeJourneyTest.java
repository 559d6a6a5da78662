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
import org.springframework.context.ApplicationContext;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;
import se.samsteg.reminder.PlannedMornings;

/** Something special happens, and the caseworker who referred is told of it. */
@SamstegTest
class NoticeJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String TASK = "userTask_read";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    Consents consents;

    @Autowired
    TaskService tasks;

    @Autowired
    ApplicationContext application;

    @LocalServerPort
    int port;

    private String anna = "";

    @BeforeEach
    void annaIsOnHerWay() {
        world.begin(MONDAY);
        anna = cases.open(Case.COACH, MONDAY.minusMonths(1));
    }

    private void tells(String user, String concerns) {
        world.starts(
                user,
                "notice",
                Map.of("caseNumber", anna, "concerns", concerns, "message", "Planen ändrades " + Answers.MARKER));
    }

    private String akten(String user) throws Exception {
        world.starts(Case.COACH, "errand", ErrandAnswers.request(anna, "coach", MONDAY.plusDays(3)));
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(anna)
                .taskDefinitionKey("userTask_doErrand")
                .list()
                .get(0)
                .getId();
        tasks.setAssignee(task, user);
        return Visit.text(new Visit(port).logIn(user).get("camunda/api/samsteg/case?taskId=" + task));
    }

    @Test
    void theCaseworkerReadsItBehindLogInAndTheCoachSeesThatItIsRead() throws Exception {
        tells(Case.COACH, "plan");
        world.settles();
        assertThat(world.mailTo(CASEWORKER))
                .singleElement()
                .asString()
                .startsWith("Ett meddelande att läsa, ärende " + anna)
                .doesNotContain(Answers.MARKER, "Öberg");
        assertThat(world.ownerOf(TASK, anna)).isEqualTo(CASEWORKER);
        assertThat(world.shown(CASEWORKER, TASK, anna, "message")).isEqualTo("Planen ändrades " + Answers.MARKER);
        assertThatThrownBy(() -> world.completes(CASEWORKER, TASK, anna, Map.of("haveRead", false)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Jag har läst meddelandet");
        world.completes(CASEWORKER, TASK, anna, Map.of("haveRead", true));
        assertThat(world.endsOf("notice")).containsExactly("endEvent_read");
        assertThat(akten(Case.COACH)).contains("Meddelanden till handläggaren", "Planen ändrades", "Läst av");
    }

    @Test
    void theCaseworkerIsRemindedOfItAndThenTheLeadIs() {
        PlannedMornings.plan(application);
        world.settles();
        tells(Case.COACH, "referral");
        world.passesTo(MONDAY.plusDays(9));
        assertThat(world.mailTo(CASEWORKER))
                .anyMatch(letter -> letter.startsWith("Du har uppgifter som väntar") && letter.contains(anna));
        assertThat(world.mailTo(Case.LEAD)).noneMatch(letter -> letter.contains(anna));
        world.passesTo(MONDAY.plusDays(16));
        assertThat(world.mailTo(Case.LEAD))
                .anyMatch(letter -> letter.startsWith("Uppgifter som har blivit liggande") && letter.contains(anna));
    }

    @Test
    void whatTheAuthorityMayNotKnowIsNotTold() {
        consents.withdraw(anna, List.of("fk"), List.of("health"));
        assertThatThrownBy(() -> tells(Case.COACH, "health"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Vad gäller det?: handläggarens myndighet får inte ta del av det.");
        assertThat(world.openTasks(anna)).isEmpty();
        tells(Case.COACH, "plan");
        assertThat(world.ownerOf(TASK, anna)).isEqualTo(CASEWORKER);
    }

    @Test
    void aConsentThatIsTakenBackTakesTheMessageFromTheCaseworkerAtOnce() throws Exception {
        tells(Case.COACH, "plan");
        assertThat(akten(CASEWORKER)).contains("Planen ändrades");
        world.starts(
                Case.COACH,
                "consent",
                Answers.of("caseNumber", anna, "authorities", List.of("fk"), "information", List.of("plan")));
        assertThat(world.ownerOf(TASK, anna)).isEqualTo(Case.LEAD);
        assertThat(akten(CASEWORKER)).doesNotContain("Planen ändrades");
    }

    @Test
    void onlyStaffWhoWorkWithTheParticipantTell() {
        assertThatThrownBy(() -> tells("gruppcoach1", "plan"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ärende: inget pågående ärende");
    }
}

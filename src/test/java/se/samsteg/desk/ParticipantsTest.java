package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.engine.TestDatabase;
import se.samsteg.journey.World;

/** The list of one's own participants, asked as a browser asks. */
@SamstegTest
class ParticipantsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final JdbcClient owner = TestDatabase.superuser("samsteg");
    private Visit visit;
    private String first;
    private String second;

    private record Plan(String nextStep) {}

    private record Talk(String outcome, LocalDate nextTalk, String nextTalkAt, String nextTalkPlace) {}

    @BeforeEach
    void twoParticipantsOfACoach() {
        world.begin(MONDAY);
        visit = new Visit(port);
        first = enrolled.open("coach1", MONDAY);
        second = enrolled.open("coach1", MONDAY);
        enrolled.has(first, "planning-action-plan", new Plan("workplace"));
        enrolled.has(first, "coaching-talk", new Talk("held", MONDAY.plusWeeks(2), "10:30:00", "Biblioteket"));
        runtime.createProcessInstanceByKey("admission")
                .businessKey(second)
                .setVariable("caseNumber", second)
                .execute();
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(second).singleResult();
        task.setAssignee("coach1");
        task.setDueDate(Timestamp.valueOf(MONDAY.plusDays(2).atTime(12, 0)));
        tasks.saveTask(task);
    }

    private String list(String user, String query) throws Exception {
        visit.logIn(user);
        var answer = visit.get("camunda/api/samsteg/participants" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return text(answer);
    }

    @Test
    void theCoachReadsWhereEachIsAndWhenTheyMeetNextAndWhatIsLateFirst() throws Exception {
        world.passesTo(MONDAY.plusWeeks(1));

        String list = list("coach1", "");

        assertThat(list)
                .contains("Mina deltagare", "Åsa Öberg", "Arbetsplatsintroduktion", "2026-12-07 10:30, Biblioteket")
                .contains("måndag 23 november 2026", "1 försenad uppgift", "Kalla till inskrivning");
        assertThat(list.indexOf(second)).isLessThan(list.indexOf(first));
        String byName = list("coach1", "?sort=name");
        assertThat(byName.indexOf(first)).isLessThan(byName.indexOf(second));
    }

    @Test
    void aCaseIsFoundByAPartOfNameOrNumberAmongOnesOwnOnly() throws Exception {
        assertThat(list("coach1", "?q=" + first.toLowerCase())).contains(first).doesNotContain(second);
        assertThat(list("coach1", "?q=%C3%B6BERG")).contains(first, second);
        assertThat(list("coach2", "?q=%C3%B6berg"))
                .doesNotContain(first, second)
                .contains("Inget av dina ärenden");
    }

    @Test
    void theCaseworkerReadsWhereTheReferralStandsAndNoTalks() throws Exception {
        assertThat(list("handlaggare.fk", ""))
                .contains("Mina remisser", "Åsa Öberg")
                .doesNotContain("Biblioteket", "Senaste samtal", "Kalla till inskrivning", "Vikt");
    }

    @Test
    void aProtectedPersonHasNoNameInTheListAndTheCaseworkerHasNoRow() throws Exception {
        jdbc.sql("update person set protected_identity = true").update();

        assertThat(list("coach1", ""))
                .contains(first, "Skyddade personuppgifter")
                .doesNotContain("Öberg");
        assertThat(list("handlaggare.fk", "")).doesNotContain(first);
    }

    @Test
    void eachOpeningOfTheListIsARowInTheLog() throws Exception {
        owner.sql("truncate log.access_log").update();

        list("coach1", "");

        assertThat(jdbc.sql("select concat_ws(' ', user_id, what) from log.access_log")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("coach1 case-list"));
    }
}

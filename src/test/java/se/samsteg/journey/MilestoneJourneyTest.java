package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;

/** What happens to a participant on the way is noted when it happens, read in the file and counted. */
@SamstegTest
class MilestoneJourneyTest {

    private static final LocalDate REFERRED = LocalDate.of(2027, 3, 15);
    private static final LocalDate TODAY = REFERRED.plusDays(4);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    CaseFiles cases;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void annaIsOnTheLadder() {
        world.begin(REFERRED);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", REFERRED))
                .admitted()
                .enrolledWithAPlan(Answers.plan(REFERRED, "workplace"));
        world.passesTo(TODAY);
    }

    private void notes(String user, String event, LocalDate day) {
        world.starts(user, "milestone", Answers.of("caseNumber", anna.caseNumber, "event", event, "happenedOn", day));
    }

    private List<String> counted() {
        return jdbc.sql("select event || ' ' || happened_on from case_event where case_number = ? order by happened_on")
                .param(anna.caseNumber)
                .query(String.class)
                .list();
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
    void anEventIsCountedOnceOnItsFirstDayAndReadInTheFile() throws Exception {
        notes(Case.COACH, "cbt-begun", TODAY.minusDays(1));
        notes(Case.LEAD, "cbt-begun", TODAY.minusDays(2));
        notes(Case.COACH, "benefit-granted", TODAY);

        assertThat(counted()).containsExactly("cbt-begun " + TODAY.minusDays(2), "benefit-granted " + TODAY);
        assertThat(akten()).contains("Händelser", "KBT påbörjad", "Ersättning beviljad");
    }

    @Test
    void anEventNotedInTheWrongCaseIsTakenAwayByACorrection() throws Exception {
        notes(Case.COACH, "benefit-granted", TODAY);
        notes(Case.COACH, "cbt-begun", TODAY.minusDays(1));
        String wrong = jdbc.sql("select id::text from current_fact where content ->> 'event' = 'cbt-begun'")
                .query(String.class)
                .single();

        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", anna.caseNumber));
        anna.does(Case.COACH, "userTask_choose", Answers.of("chosen", wrong))
                .does(
                        Case.COACH,
                        "userTask_correct",
                        Answers.of(
                                "action", "remove",
                                "target", "choice.event",
                                "askedBy", "staff",
                                "why", Answers.text("Gällde en annan deltagare")));

        assertThat(counted()).containsExactly("benefit-granted " + TODAY);
        assertThat(akten()).contains("Ersättning beviljad").doesNotContain("KBT påbörjad");
    }

    @Test
    void anEventLiesNeitherAheadNorBeforeTheReferral() {
        assertThatThrownBy(() -> notes(Case.COACH, "cbt-done", TODAY.plusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Datum: datumet ligger i framtiden");
        assertThatThrownBy(() -> notes(Case.COACH, "cbt-done", REFERRED.minusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Datum: datumet ligger före remissen");
        assertThat(counted()).isEmpty();
    }

    @Test
    void anEventIsNotedInOwnOpenCasesOnly() {
        assertThatThrownBy(() -> notes("coach2", "cbt-done", TODAY)).isInstanceOf(Refused.class);
        cases.close(anna.caseNumber, TODAY);
        assertThatThrownBy(() -> notes(Case.COACH, "cbt-done", TODAY)).isInstanceOf(Refused.class);
        assertThat(counted()).isEmpty();
    }
}

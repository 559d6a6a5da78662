package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;

/** HTML typed into a form is shown as the text that it is, to each of its readers, in a real Chromium. */
@SamstegTest
class StoredHtmlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** A page that takes it for HTML gets elements of this class, and runs what the picture that is not there asks for. */
    private static final String HTML =
            "<b class=spoilt>fet</b><img class=spoilt src=x onerror=\"window.spoilt=1\"><svg class=spoilt onload=window.spoilt=1>";

    private static final String SHOWN = "<b class=spoilt>fet</b>";

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

    private String caseNumber;

    private record Referral(String reason, String background, String health) {}

    private record Plan(String ownGoal, String step1Measure, String step1Responsible) {}

    @BeforeEach
    void aCaseWithHtmlWhereverTextCanBe() {
        Browser.mustBeThere();
        world.begin(TODAY);
        caseNumber = enrolled.open("coach1", TODAY);
        jdbc.sql("update person set first_name = ?, last_name = ?, contact = ?, municipality = ?")
                .params(HTML, HTML, HTML, HTML)
                .update();
        enrolled.has(caseNumber, "referral-referral", new Referral(HTML, HTML, HTML));
        enrolled.has(caseNumber, "planning-action-plan", new Plan(HTML, HTML, "coach"));
    }

    private String page(String application) {
        return "http://localhost:" + port + "/camunda/app/" + application + "/default/";
    }

    private static void nothingIsSpoilt(Browser browser, String picture) {
        browser.takesPicture(picture);
        assertThat(browser.finds(".spoilt")).as("elements made of typed HTML").isZero();
        assertThat(browser.evaluates("window.spoilt"))
                .as("what typed HTML has run")
                .isNull();
    }

    private void begunToWrite() {
        runtime.setVariableLocal(
                tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_holdTalk")
                        .singleResult()
                        .getExecutionId(),
                "note",
                HTML);
    }

    @Test
    void inTheFieldsOfATaskAndInTheCaseFileBesideIt() {
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        begunToWrite();
        try (Browser coach = Browser.open()) {
            coach.logIn(page("tasklist"), "coach1");
            coach.clicks("Genomför coachsamtal");
            coach.reads("Deltagare", SHOWN);
            coach.reads("Anteckning", SHOWN);
            nothingIsSpoilt(coach, "html-uppgift");
            coach.clicks("Akten");
            coach.reads(SHOWN);
            nothingIsSpoilt(coach, "html-akten");
        }
    }

    @Test
    void amongTheOptionsOfAList() {
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since)
                        values (gen_random_uuid(), ?, 'samboradet', 'halsogrupp', ?)""")
                .params(caseNumber, java.sql.Timestamp.valueOf("2026-11-01 10:00:00"))
                .update();
        Map<String, Object> group = new LinkedHashMap<>(Map.of(
                "type",
                "halsogrupp",
                "womenOnly",
                false,
                "place",
                HTML,
                "firstDay",
                TODAY.plusWeeks(2),
                "startTime",
                "08:30",
                "weekdays",
                List.of("monday", "thursday"),
                "planned",
                10,
                "maximum",
                12));
        world.starts("gruppcoach1", "group", group);
        try (Browser leader = Browser.open()) {
            leader.logIn(page("tasklist"), "gruppcoach1");
            leader.clicks("Bemanna gruppen");
            leader.reads(SHOWN);
            nothingIsSpoilt(leader, "html-lista");
        }
    }

    @Test
    void inTheQueueAndInTheProcessesThatTheLeadWatches() {
        jdbc.sql("insert into waiting values (?, 'samboradet', 2, ?, ?)")
                .params(caseNumber, HTML, TODAY)
                .update();
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("coaching")
                .singleResult()
                .getId();
        begunToWrite();
        try (Browser lead = Browser.open()) {
            lead.logIn(page("tasklist"), "projektledare1");
            lead.opens(page("cockpit") + "#/dashboard");
            lead.reads("väntar på plats");
            lead.reads(SHOWN);
            nothingIsSpoilt(lead, "html-kon");
            lead.opens(page("cockpit") + "#/process-instance/" + process + "/runtime?tab=variables-tab");
            lead.reads(caseNumber);
            nothingIsSpoilt(lead, "html-process");
        }
    }
}

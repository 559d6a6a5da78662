package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;

/** Cockpit in a real Chromium, as the programme lead walks through it: every page and tab that it offers works. */
@SamstegTest
class CockpitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;
    private String instance;
    private String definition;

    @BeforeEach
    void aCaseIsOnItsWay() {
        Browser.mustBeThere();
        world.begin(TODAY);
        caseNumber = enrolled.open("coach1", TODAY);
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("coaching")
                .singleResult();
        instance = process.getId();
        definition = process.getProcessDefinitionId();
    }

    @Test
    void nothingThatCockpitOffersTheLeadIsRefused() {
        String cockpit = "http://localhost:" + port + "/camunda/app/cockpit/default/";
        try (Browser lead = Browser.open()) {
            lead.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
            for (String page : List.of(
                    "#/dashboard",
                    "#/processes",
                    "#/decisions",
                    "#/process-definition/" + definition + "/runtime",
                    "#/process-instance/" + instance + "/runtime")) {
                lead.opens("about:blank");
                lead.opens(cockpit + page);
                lead.settles();
                lead.takesPicture("cockpit");
                assertThat(lead.refused()).as(page).isEmpty();
                assertThat(lead.texts(
                                "a[href*='#/repository'], a[href*='#/tasks'], a[href*='#/batch'], .dropdown-toggle"))
                        .as(page)
                        .doesNotContain("Mer")
                        .noneMatch(text -> text.matches("[0-9a-f]{8}-.*"));
                for (String tab : lead.texts(".nav-tabs a")) {
                    lead.clicksTab(tab);
                    lead.settles();
                    lead.takesPicture("cockpit-flik");
                    assertThat(lead.refused()).as(page + " " + tab).isEmpty();
                }
            }
        }
    }

    @Test
    void theDashboardListsWhatFollowsAnEarlierVersionAndWhy() {
        jdbc.sql("""
                        insert into migration (instance, to_version, process, from_version, case_number, tenant, state,
                          reason, at) values (?::uuid, 99, 'coaching', 1, ?, 'botkyrka', 'kept', 'OTHER_DEADLINE', ?)""").params(instance, caseNumber, TODAY).update();
        try (Browser lead = Browser.open()) {
            lead.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
            lead.opens("about:blank");
            lead.opens("http://localhost:" + port + "/camunda/app/cockpit/default/#/dashboard");
            lead.settles();
            lead.takesPicture("cockpit-äldre-version");
            assertThat(lead.texts(".samsteg-queue h2")).contains("Ärenden som följer en äldre version");
            assertThat(lead.texts(".samsteg-queue td"))
                    .contains("Coachning", "2026-11-23", "En tidsfrist skulle bli en annan.");
            assertThat(lead.texts(".samsteg-queue th")).contains(caseNumber);
            assertThat(lead.refused()).isEmpty();
        }
    }

    /** Where each shows a number that cannot be looked into, or what is decided elsewhere. */
    @Test
    void whatIsOnlyToldOpensNothingByMouseOrKeyboard() {
        String cockpit = "http://localhost:" + port + "/camunda/app/cockpit/default/";
        try (Browser lead = Browser.open()) {
            lead.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
            lead.opens("about:blank");
            lead.opens(cockpit + "#/dashboard");
            lead.settles();
            lead.presses(".open-human-tasks canvas");
            lead.settles();
            assertThat(lead.evaluates("location.hash").toString()).startsWith("#/dashboard");
            for (String closed : List.of("tasks", "repository", "batch")) {
                lead.evaluates("location.hash = '#/" + closed + "'");
                lead.settles();
                assertThat(lead.evaluates("location.hash").toString()).startsWith("#/dashboard");
            }
            lead.opens("about:blank");
            lead.opens(cockpit + "#/process-definition/" + definition + "/runtime");
            lead.settles();
            lead.presses("a[ng-click='showDialog()']");
            lead.settles();
            assertThat(lead.finds(".modal")).isZero();
            assertThat(lead.texts(".notifications .alert")).isEmpty();
            assertThat(lead.refused()).isEmpty();
        }
    }
}

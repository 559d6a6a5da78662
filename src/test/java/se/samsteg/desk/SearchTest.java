package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;

/** The searches of the web applications in a real Chromium offer what is answered, and nothing else. */
@SamstegTest
class SearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String OFFERED = ".uib-typeahead-match";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService models;

    @BeforeEach
    void aCaseIsOnItsWay() {
        Browser.mustBeThere();
        world.begin(TODAY);
        String caseNumber = enrolled.open("coach1", TODAY);
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
    }

    private static void opensTheSearch(Browser staff) {
        staff.evaluates(
                "(field => { field.focus(); field.click(); })(document.querySelector('.search-field .main-field'))");
    }

    @Test
    void tasklistOffersWhatATaskIsButNotWhatItHolds() {
        try (Browser coach = Browser.open()) {
            coach.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
            opensTheSearch(coach);
            coach.reads("Utan förfallodatum");
            coach.takesPicture("sok-uppgifter");
            assertThat(coach.texts(OFFERED))
                    .containsExactlyInAnyOrder(
                            "Processinstansens ärende",
                            "Processnyckel",
                            "Processnamn",
                            "Ansvarig",
                            "Grupp",
                            "Namn",
                            "Förfaller",
                            "Skapad",
                            "Utan förfallodatum");
            coach.clicks("Utan förfallodatum");
            coach.settles();
            assertThat(coach.refused()).noneMatch(asked -> asked.contains("/filter/"));

            coach.evaluates("document.querySelector('.new-sort .dropdown-toggle').click()");
            coach.takesPicture("sortera-uppgifter");
            assertThat(coach.texts(".new-sort .dropdown-menu > li > a"))
                    .isNotEmpty()
                    .noneMatch(choice -> choice.toLowerCase(Locale.ROOT).contains("variabel"));
        }
    }

    @Test
    void cockpitOffersWhatAnInstanceIsButNotWhatItHolds() {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey("coaching")
                .latestVersion()
                .singleResult()
                .getId();
        try (Browser lead = Browser.open()) {
            lead.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
            lead.opens("http://localhost:" + port + "/camunda/app/cockpit/default/#/process-definition/" + definition
                    + "/runtime");
            lead.settles();
            opensTheSearch(lead);
            lead.reads("Startdatum");
            lead.takesPicture("sok-instanser");
            assertThat(lead.texts(OFFERED))
                    .contains("Ärende", "Aktivitets-id", "Startdatum")
                    .doesNotContain("Variabel");
        }
    }
}

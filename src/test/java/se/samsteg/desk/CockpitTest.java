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
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;

/** Cockpit in a real Chromium, as the programme lead walks through it: whatever is offered there works. */
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
                for (String tab : lead.texts(".nav-tabs a")) {
                    lead.clicksTab(tab);
                    lead.settles();
                    lead.takesPicture("cockpit-flik");
                    assertThat(lead.refused()).as(page + " " + tab).isEmpty();
                }
            }
        }
    }
}

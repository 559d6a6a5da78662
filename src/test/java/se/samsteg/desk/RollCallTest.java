package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;
import se.samsteg.programme.OtherGroups;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The page on which a group's roll is called, opened from Tasklist in a real Chromium. */
@SamstegTest
class RollCallTest {

    private static final String LEADER = "gruppcoach1";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int PARTICIPANTS = 14;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Programmes programmes;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final List<String> cases = new ArrayList<>();
    private OtherGroups large;
    private Browser leader;
    private String group;

    @BeforeEach
    void aLargeGroupMeets() {
        Browser.mustBeThere();
        world.begin(TODAY);
        large = new OtherGroups(
                programmes,
                "samboradet",
                List.of(new Settings.Group(
                        "halsogrupp",
                        "Hälsogrupp",
                        List.of(new Settings.Series("Träff", null, null, null, 1, 1, 90)),
                        PARTICIPANTS,
                        PARTICIPANTS,
                        Settings.Attendance.INTERNAL,
                        null,
                        List.of("woman"),
                        List.of("sömn", "stress"))));
        world.starts(
                LEADER,
                "group",
                Map.of(
                        "type",
                        "halsogrupp",
                        "place",
                        "Folkets hus",
                        "firstDay",
                        TODAY,
                        "startTime",
                        "08:30",
                        "weekdays",
                        List.of("monday"),
                        "planned",
                        PARTICIPANTS,
                        "maximum",
                        PARTICIPANTS));
        group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        for (int seat = 1; seat <= PARTICIPANTS; seat++) {
            String caseNumber = enrolled.open("coach1", TODAY);
            cases.add(caseNumber);
            jdbc.sql("update person set first_name = ? where id = (select person from case_file where case_number = ?)")
                    .params("Deltagare" + seat, caseNumber)
                    .update();
            jdbc.sql("""
                            insert into group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on)
                            values (?, ?, 'samboradet', 'halsogrupp', now(), ?, ?, ?)""")
                    .params(UUID.randomUUID(), caseNumber, group, seat, TODAY)
                    .update();
        }
        world.completes(LEADER, "userTask_staffGroup", group, Map.of("participants", List.of()));
        world.passesTo(TODAY);
        leader = Browser.open();
        leader.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", LEADER);
    }

    @AfterEach
    void close() {
        if (leader != null) {
            leader.close();
        }
        if (large != null) {
            large.close();
        }
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(group)
                .taskDefinitionKey("userTask_recordSession")
                .singleResult()
                .getId();
    }

    private void opensThePage() {
        leader.opens("http://localhost:" + port + "/camunda/app/samsteg/upprop.html?task=" + task());
        leader.reads("Deltagare14");
    }

    private WebElement choice(int seat, String value) {
        return leader.webDriver()
                .findElement(By.cssSelector("[data-seat='%d'] input[value='%s']".formatted(seat, value)));
    }

    private List<String> recorded() {
        return jdbc.sql("""
                        select attendance || ' ' || count(*) from roll_call where group_number = ?
                        group by attendance order by 1""").param(group).query(String.class).list();
    }

    @Test
    void allTookPartAndTheExceptionsAreOneTapEachOnATelephone() {
        leader.clicks("Registrera träffen · " + group);
        leader.clicks("Öppna uppropet");
        leader.reads("Deltagare14");
        ChromeDriver driver = leader.webDriver();
        driver.manage().window().setSize(new Dimension(500, 900));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        assertThat(leader.evaluates("document.documentElement.scrollWidth")).isEqualTo(390L);
        leader.clicksButton("Alla deltog");
        choice(3, "absent").click();
        choice(14, "excused").click();
        choice(7, cases.get(6)).click();
        leader.takesPicture("roll-call");
        leader.webDriver().findElement(By.cssSelector("input[value='sömn']")).click();
        leader.clicksButton("Registrera träffen");
        leader.reads("Träffen är registrerad.");

        assertThat(recorded()).containsExactly("absent 1", "excused 1", "took-part 12");
        assertThat(jdbc.sql("select case_number from roll_call where attendance = 'absent'")
                        .query(String.class)
                        .single())
                .isEqualTo(cases.get(2));
        assertThat(jdbc.sql("select case_number from individual_need")
                        .query(String.class)
                        .list())
                .containsExactly(cases.get(6));
        assertThat(jdbc.sql("select themes from group_session where group_number = ?")
                        .param(group)
                        .query(String.class)
                        .single())
                .isEqualTo("sömn");
    }

    @Test
    void theRollIsCalledByKeyboardAndWhoIsNotRecordedIsNotAbsent() {
        opensThePage();
        choice(1, "").sendKeys(Keys.ARROW_RIGHT);
        assertThat(choice(1, "took-part").isSelected()).isTrue();
        leader.webDriver().findElement(By.cssSelector("button.send")).sendKeys(Keys.ENTER);
        leader.reads("Träffen är registrerad.");

        assertThat(recorded()).containsExactly("took-part 1");
    }

    @Test
    void whatTheRulesRefuseIsSaidAtTheRowAndNothingIsStored() {
        opensThePage();
        leader.clicksButton("Alla deltog");
        leader.webDriver().executeScript("document.querySelector(\"[data-seat='5'] input:checked\").value = 'asleep'");
        leader.clicksButton("Registrera träffen");

        new WebDriverWait(leader.webDriver(), Duration.ofSeconds(20)).until(page -> leader.finds(".wrong") > 0);
        assertThat(leader.texts("[data-seat='5'] .wrong")).containsExactly("Närvaro: välj ett av alternativen.");
        assertThat(leader.finds(".wrong")).isEqualTo(1);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aSessionWithoutARollCallIsRefusedInTasklist() {
        leader.clicks("Registrera träffen · " + group);
        leader.reads("Öppna uppropet");
        leader.ticks("Hölls");
        leader.clicksButton("Slutför");
        leader.reads("öppna uppropet och gå igenom deltagarna");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void anotherUserIsToldNothing() {
        try (Browser other = Browser.open()) {
            other.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach2");
            other.opens("http://localhost:" + port + "/camunda/app/samsteg/upprop.html?task=" + task());
            other.reads("Uppgiften");
            assertThat(other.texts("main").get(0)).doesNotContain("Deltagare");
        }
    }
}

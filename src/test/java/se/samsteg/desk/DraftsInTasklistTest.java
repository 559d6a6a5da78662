package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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
import se.samsteg.programme.WorkingDays;

/** Every way in which typing was lost, and every place in the browser in which it was left, in a real Chromium. */
@SamstegTest
class DraftsInTasklistTest {

    private static final String WORD = "Ekorrbacken";

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

    private String tasklist;
    private String caseNumber;
    private String talk;
    private String otherTalk;

    @BeforeEach
    void theCoachHasTwoTalksToHold() {
        Browser.mustBeThere();
        world.begin(LocalDate.now());
        tasklist = "http://localhost:" + port + "/camunda/app/tasklist/default/";
        caseNumber = enrolled.open("coach1", LocalDate.now());
        talk = talkOf(caseNumber);
        otherTalk = talkOf(enrolled.open("coach1", LocalDate.now()));
    }

    private static LocalDate aDayOfWork() {
        return new WorkingDays().onOrAfter(LocalDate.now().plusWeeks(2));
    }

    private String talkOf(String about) {
        runtime.startProcessInstanceByKey("coaching", about, Map.of("caseNumber", about));
        return "Genomför coachsamtal · " + about;
    }

    private Browser coach() {
        Browser coach = Browser.open();
        coach.logIn(tasklist, "coach1");
        opensTheTalk(coach);
        return coach;
    }

    private void opensTheTalk(Browser coach) {
        coach.clicks(talk);
        coach.reads("Ärende", caseNumber);
    }

    @Test
    void whatIsTypedComesBackHoweverTheTaskWasLeft() {
        Map<String, Consumer<Browser>> ways = new LinkedHashMap<>();
        ways.put("Akten", coach -> {
            coach.clicksTab("Akten");
            coach.reads("Vem har läst akten");
            coach.clicksTab("Formulär");
        });
        ways.put("Diagram", coach -> {
            coach.clicksTab("Diagram");
            coach.settles();
            coach.clicksTab("Formulär");
        });
        ways.put("another task", coach -> {
            coach.clicks(otherTalk);
            coach.reads("Ärende", otherTalk.replaceFirst(".* · ", ""));
            assertThat(coach.texts(".samsteg-draft")).isEmpty();
            opensTheTalk(coach);
        });
        ways.put("another list", coach -> {
            coach.clicks("Min grupps uppgifter");
            coach.settles();
            coach.clicks("Mina uppgifter");
            opensTheTalk(coach);
        });
        ways.put("back", coach -> {
            coach.goesBack();
            coach.opens(tasklist);
            coach.reads("Mina uppgifter");
            opensTheTalk(coach);
        });
        ways.put("reload", Browser::reloads);
        ways.put("another page", coach -> {
            coach.opens("http://localhost:" + port + "/camunda/app/welcome/default/");
            coach.opens(tasklist);
            coach.reads("Mina uppgifter");
            opensTheTalk(coach);
        });
        try (Browser coach = coach()) {
            coach.ticks("Samtalet hölls");
            coach.chooses("Vem har lovat löfte 1", "Socialtjänsten");
            coach.types("Nytt samtalsintervall", "7");
            coach.types("Nästa samtal", aDayOfWork().toString());
            ways.forEach((way, leaving) -> {
                coach.types("Anteckning", WORD + " " + way);
                leaving.accept(coach);
                coach.reads("Utkast sparat 09:00");
                coach.reads("Anteckning", WORD + " " + way);
                coach.reads("Nytt samtalsintervall", "7");
                coach.reads("Nästa samtal", aDayOfWork().toString());
            });
            coach.reads("Socialtjänsten");
            coach.takesPicture("utkast");
            assertThat(coach.keeps()).doesNotContain(WORD, caseNumber, "camunda-form");
        }
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .isOne();
    }

    @Test
    void aFieldThatIsAnsweredWhileTheTaskIsBeingTakenKeepsTheFocus() {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult()
                .getId();
        tasks.setAssignee(task, null);
        tasks.addCandidateGroup(task, "coach");
        try (Browser coach = Browser.open()) {
            coach.logIn(tasklist, "coach1");
            coach.clicks("Min grupps uppgifter");
            coach.opensTask(task);
            coach.reads("Ärende", caseNumber);
            coach.clicksButton("Ta uppgiften");
            FormOnScreen form = new FormOnScreen(coach);
            form.clicks("outcome", 0); // as soon as it can be answered
            coach.settles(); // Tasklist has read the task anew, and shows whose it is
            assertThat(coach.evaluates("document.activeElement.type")).isEqualTo("radio");
        }
    }

    @Test
    void theCoachSeesThatTheDraftIsSavedAndDiscardsIt() {
        try (Browser coach = coach()) {
            coach.ticks("Samtalet hölls");
            coach.reads("Utkast sparat 09:00");
            coach.types("Anteckning", WORD);
            coach.clicksButton("Kasta utkast");
            coach.takesPicture("kasta-utkast");
            coach.clicksButton("Nej, behåll");
            coach.reads("Anteckning", WORD);
            coach.clicksButton("Kasta utkast");
            coach.clicksButton("Ja, kasta");
            coach.reads("Utkastet är kastat.");
            coach.reloads();
            coach.reads("Ärende", caseNumber);
            assertThat(coach.evaluates("document.querySelectorAll('.fjs-container input:checked').length"))
                    .isEqualTo(0L);
        }
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aTaskThatIsDoneLeavesNoDraft() {
        try (Browser coach = coach()) {
            coach.ticks("Giltigt förhinder");
            coach.types("Nästa samtal", aDayOfWork().toString());
            coach.clicksTab("Akten");
            coach.clicksTab("Formulär");
            coach.reads("Utkast sparat");
            coach.clicksButton("Slutför");
            coach.reads("Välj en uppgift i listan");
            coach.settles();
        }
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .isZero();
    }

    @Test
    void theNewAssigneeStartsEmptyAndIsTold() {
        try (Browser coach = coach()) {
            coach.ticks("Samtalet hölls");
            coach.types("Anteckning", WORD);
            coach.clicksTab("Akten");
            coach.settles();
        }
        tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), "coach2"));
        try (Browser other = Browser.open()) {
            other.logIn(tasklist, "coach2");
            opensTheTalk(other);
            other.reads("Ett utkast av den tidigare ansvariga har kastats.");
            other.takesPicture("utkast-kastat");
            assertThat(other.evaluates("document.querySelectorAll('.fjs-container input:checked').length"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void afterLogoutNothingOfACaseIsInTheBrowser() {
        try (Browser coach = coach()) {
            coach.ticks("Samtalet hölls");
            coach.types("Anteckning", WORD);
            coach.evaluates("localStorage.setItem('camunda-form:1', 'Ekorrbacken')");
            coach.evaluates("sessionStorage.setItem('noted', 'Ekorrbacken')");
            coach.evaluates("(indexedDB.open('Ekorrbacken').onsuccess = opened => opened.target.result.close()) && 1");
            assertThat(coach.keeps()).doesNotContain("camunda-form").contains("noted");
            assertThat(coach.finds(".fjs-container input")).isPositive();
            assertThat(coach.finds(".fjs-container input:not([autocomplete=off])"))
                    .as("fields that the browser would remember")
                    .isZero();
            coach.clicks("Maria Ekström");
            coach.clicks("Logga ut");
            coach.reads("Logga in");
            coach.settles();
            assertThat(coach.keeps()).isEqualTo("{\"local\":{},\"session\":{},\"databases\":[],\"caches\":[]}");
            coach.goesBack();
            coach.settles();
            assertThat((String) coach.evaluates("document.body.innerText")).doesNotContain(WORD, caseNumber);
        }
    }

    @Test
    void afterTheSessionHasEndedTheTypingIsThereAndNotInTheBrowser() {
        try (Browser coach = coach()) {
            coach.ticks("Samtalet hölls");
            coach.types("Anteckning", WORD);
            coach.reads("Utkast sparat 09:00");
            coach.losesTheSession();
            coach.clicks(otherTalk);
            coach.reads("Logga in");
            coach.settles();
            assertThat(coach.texts(".notifications .alert"))
                    .as("why, in words")
                    .noneMatch(text -> text.contains("{") || text.contains("error"));
            assertThat(coach.keeps()).doesNotContain(WORD, caseNumber);
            coach.logIn(tasklist, "coach1");
            opensTheTalk(coach);
            coach.reads("Anteckning", WORD);
        }
    }

    @Test
    void aStartFormThatWasLeftComesBackUntilItIsSent() {
        try (Browser coach = Browser.open()) {
            coach.logIn(tasklist, "coach1");
            coach.begins("Skydda personuppgifter");
            coach.types("Ärende", caseNumber);
            coach.clicksBesideTheWindow();
            coach.begins("Skydda personuppgifter");
            coach.reads("Utkast sparat 09:00");
            coach.reads("Ärende", caseNumber);
            coach.takesPicture("utkast-start");
            coach.clicksButton("Tillbaka");
            coach.clicksBesideTheWindow();
            coach.reloads();
            coach.begins("Rättelse");
            assertThat(coach.texts(".samsteg-draft")).isEmpty();
            coach.types("Ärende", caseNumber);
            coach.clicksButton("Starta");
            coach.reads("Processen har startats");
            coach.settles();
            assertThat(coach.keeps()).doesNotContain(caseNumber);
        }
        assertThat(jdbc.sql("select process from start_draft")
                        .query(String.class)
                        .list())
                .containsExactly("protection");
    }

    /** What the form proposes stands there as when it was opened. */
    @Test
    void afterADraftWasDiscardedTheFormProposesAgain() {
        String proposed = LocalDate.now().plusMonths(18).toString();
        try (Browser caseworker = Browser.open()) {
            caseworker.logIn(tasklist, "handlaggare.fk");
            caseworker.begins("SamBorådet");
            caseworker.reads("Samtycket gäller till och med", proposed);
            caseworker.types(
                    "Samtycket gäller till och med",
                    LocalDate.now().plusDays(30).toString());
            caseworker.reads("Utkast sparat 09:00");
            caseworker.clicksButton("Kasta utkast");
            caseworker.clicksButton("Ja, kasta");
            caseworker.reads("Utkastet är kastat.");
            caseworker.reads("Samtycket gäller till och med", proposed);
        }
    }
}

package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.engine.TestDatabase;
import se.samsteg.form.FormTexts;
import se.samsteg.journey.World;

/** The page of a case, asked as a browser asks. */
@SamstegTest
class CasePageTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String COACH = "coach1";
    private static final String CASEWORKER = "handlaggare.fk";
    private static final Pattern HEADING = Pattern.compile("<h2[^>]*>([^<]*)</h2>");

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    CaseFiles cases;

    @Autowired
    Consents consents;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    FormTexts texts;

    @Autowired
    JdbcClient jdbc;

    private final JdbcClient owner = TestDatabase.superuser("samsteg");
    private Visit visit;
    private String caseNumber;

    private record Referral(String reason, String health) {}

    private record Plan(String ownGoal, String step1Measure, String activityRestriction, String nextStep) {}

    private record Mapping(String housing, String restrictedNote, boolean concernReportConsidered) {}

    private record Talk(String outcome, String note) {}

    private record Assessment(String decision, String coach) {}

    private record Support(String supportNeeded, String supportMeasures) {}

    @BeforeEach
    void aCaseUnderWay() {
        world.begin(MONDAY);
        visit = new Visit(port);
        caseNumber = enrolled.open(COACH, MONDAY);
        jdbc.sql("update person set phone = '070-174 06 05', language = 'arabiska'")
                .update();
        enrolled.has(caseNumber, "referral-referral", new Referral("Behöver <i>stöd</i>", "Värk"));
        enrolled.has(caseNumber, "planning-mapping", new Mapping("Egen lägenhet", "Har tänkt på att inte leva", true));
        enrolled.has(
                caseNumber, "planning-action-plan", new Plan("Egen odling", "Promenader", "Inte lyfta", "prerehab"));
        enrolled.has(caseNumber, "coaching-talk", new Talk("held", "Kom överens om bussen"));
        runtime.createProcessInstanceByKey("admission")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
        tasks.setAssignee(task(), COACH);
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
    }

    /** The task of the case becomes one for a role. */
    private void taskFor(String group) {
        tasks.setAssignee(task(), null);
        tasks.addCandidateGroup(task(), group);
    }

    private HttpResponse<byte[]> page(String user) throws Exception {
        visit.logIn(user);
        return visit.get("arende/" + caseNumber);
    }

    private static List<String> headings(HttpResponse<byte[]> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return HEADING.matcher(text(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void theCoachReadsWhoItIsWhoseTurnItIsAndAllThatIsWritten() throws Exception {
        var page = page(COACH);

        assertThat(headings(page))
                .containsSubsequence(
                        "Vems tur är det?",
                        "Var i programmet",
                        "Ansvariga",
                        "Kontakt med deltagaren",
                        "Remissen",
                        "Kartläggningen",
                        "Handlingsplanen",
                        "Senaste coachsamtalet",
                        "Händelser",
                        "Mer");
        assertThat(text(page))
                .contains("Åsa Öberg", "41 år", "arabiska", "070-174 06 05", "Egen odling", "Kom överens om bussen")
                .contains("#/?task=" + task(), "Din uppgift", "Förrehab, sedan 2026-11-23")
                .contains("Behöver &lt;i&gt;stöd&lt;/i&gt;")
                .contains("Öppna den skyddade anteckningen")
                .doesNotContain("Har tänkt på att inte leva", "Skyddade personuppgifter");
        assertThat(page.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void theCaseIsReadAfterItHasEndedAndWithoutATask() throws Exception {
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .singleResult()
                        .getId(),
                "over");
        cases.close(caseNumber, MONDAY);

        assertThat(headings(page(COACH))).contains("Handlingsplanen").doesNotContain("Vems tur är det?");
        assertThat(text(page(COACH))).contains("avslutat måndag 23 november 2026");
    }

    @Test
    void theCaseworkerReadsThePlanAndNotWhatTheTalksSaid() throws Exception {
        var page = page(CASEWORKER);

        assertThat(headings(page))
                .contains("Vems tur är det?", "Ansvariga", "Remissen", "Remissen om hälsan", "Handlingsplanen")
                .doesNotContain("Kartläggningen", "Senaste coachsamtalet", "Händelser", "Begränsningar och alternativ");
        assertThat(text(page))
                .contains("Egen odling", "Maria Ekström", "Andra arbetar med ärendet just nu.")
                .doesNotContain(
                        "Kalla till inskrivning",
                        "Kom överens",
                        "Inte lyfta",
                        "skyddade anteckningen",
                        "Registerutdrag",
                        "#/?task=");
    }

    @Test
    void theTherapistWithATaskReadsWhatTheWorkNeedsUntilTheCaseEnds() throws Exception {
        assertThat(page("arbetsterapeut1").statusCode()).isEqualTo(404);
        taskFor("occupational-therapist");

        var page = page("arbetsterapeut1");

        assertThat(headings(page))
                .contains("Kontakt med deltagaren", "Handlingsplanen", "Begränsningar och alternativ")
                .doesNotContain(
                        "Remissen", "Remissen om hälsan", "Kartläggningen", "Senaste coachsamtalet", "Samtycken");
        assertThat(text(page))
                .contains("Åsa Öberg", "Inte lyfta", "Din uppgift")
                .doesNotContain("Kom överens");

        cases.close(caseNumber, MONDAY);
        assertThat(page("arbetsterapeut1").statusCode()).isEqualTo(404);
    }

    @Test
    void aTaskThatWasGivenToAColleagueOpensTheCaseToTheColleagueWhileItIsOpen() throws Exception {
        tasks.setAssignee(task(), "coach2");

        assertThat(headings(page("coach2")))
                .contains("Kontakt med deltagaren", "Handlingsplanen")
                .doesNotContain("Kartläggningen", "Senaste coachsamtalet");
        assertThat(text(page(COACH))).contains("Yusuf Öztürk");
        assertThat(text(visit.get("arende/" + caseNumber + "/lasare"))).contains("Har fått en uppgift i ärendet");

        tasks.setAssignee(task(), COACH);
        assertThat(page("coach2").statusCode()).isEqualTo(404);
    }

    @Test
    void aTaskForOneRoleOpensNothingThatAnotherRoleOfTheSameUserReads() throws Exception {
        identity.createMembership("ledamot.soc", "group-coach");
        try {
            taskFor("conference");
            tasks.addCandidateUser(task(), "ledamot.soc");

            assertThat(page("ledamot.soc").statusCode()).isEqualTo(404);
        } finally {
            identity.deleteMembership("ledamot.soc", "group-coach");
        }
    }

    @Test
    void aCoachWhoReferredTheParticipantTooReadsTheWholeCase() throws Exception {
        jdbc.sql("update case_file set caseworker = ?").param(COACH).update();

        assertThat(headings(page(COACH))).contains("Kartläggningen", "Händelser");
    }

    @Test
    void whatIsChosenAmongColleaguesAndStepsIsReadByName() throws Exception {
        enrolled.has(
                caseNumber,
                "conference-assessment",
                texts.get("conference-assessment").version(),
                new Assessment("admit", "coach2"));
        visit.logIn(COACH);

        assertThat(text(visit.get("arende/" + caseNumber + "/handelser")))
                .contains("Yusuf Öztürk")
                .doesNotContain("coach2");
    }

    @Test
    void whoTheCoachIsIsNotToldToTheSenderBeforeTheReferralIsAnswered() throws Exception {
        jdbc.sql("update case_file set enrolled_on = null").update();
        assertThat(text(page(CASEWORKER))).doesNotContain("Maria Ekström");

        enrolled.has(caseNumber, "conference-assessment", new Assessment("admit", "coach2"));
        assertThat(text(page(CASEWORKER))).contains("Maria Ekström");
    }

    @Test
    void theConsultantReadsWhatTheTherapistFound() throws Exception {
        enrolled.has(caseNumber, "prerehab-support-assessment", new Support("yes", "Höj- och sänkbart bord"));
        taskFor("employment-consultant");

        assertThat(text(page("konsulent1"))).contains("Behov av stöd i arbete", "Höj- och sänkbart bord");
    }

    @Test
    void thePageOfAProtectedPersonNamesThePersonToCoachAndLeadOnly() throws Exception {
        jdbc.sql("update person set protected_identity = true").update();
        taskFor("occupational-therapist");

        assertThat(text(page(COACH))).contains("Åsa Öberg", "Skyddade personuppgifter");
        for (String user : List.of(CASEWORKER, "arbetsterapeut1")) {
            assertThat(text(page(user)))
                    .as(user)
                    .contains(caseNumber)
                    .doesNotContain("Åsa", "Öberg", "070-174", "Skyddade personuppgifter");
        }
    }

    @Test
    void theProtectedNoteIsOpenedByItselfAndLeavesARowOfItsOwn() throws Exception {
        owner.sql("truncate log.access_log").update();
        visit.logIn(COACH);

        assertThat(text(visit.get("camunda/api/samsteg/case/" + caseNumber + "/note")))
                .contains("Har tänkt på att inte leva");
        assertThat(text(visit.get("camunda/api/samsteg/case/" + caseNumber + "/timeline")))
                .contains("Egen lägenhet")
                .doesNotContain("Har tänkt på", "Orosanmälan");
        visit.logIn(CASEWORKER);
        assertThat(visit.get("camunda/api/samsteg/case/" + caseNumber + "/note").statusCode())
                .isEqualTo(404);
        assertThat(visit.get("camunda/api/samsteg/case/" + caseNumber + "/timeline")
                        .statusCode())
                .isEqualTo(404);

        assertThat(jdbc.sql("select concat_ws(' ', user_id, what, denied) from log.access_log order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "coach1 protected-note",
                        "coach1 timeline",
                        "handlaggare.fk protected-note not-own",
                        "handlaggare.fk timeline not-own");
    }

    @Test
    void theEventsAreFilteredByWhatTheyAreAndReadFiftyAtATime() throws Exception {
        for (int n = 1; n <= 60; n++) {
            world.passes(Period.ofDays(1));
            enrolled.has(caseNumber, "coaching-talk", new Talk("held", "Samtal nummer " + n + "."));
        }
        visit.logIn(COACH);

        String first = text(visit.get("arende/" + caseNumber + "/handelser"));
        String second = text(visit.get("camunda/api/samsteg/case/" + caseNumber + "/timeline?page=2"));
        String plans =
                text(visit.get("camunda/api/samsteg/case/" + caseNumber + "/timeline?kind=planning-action-plan"));

        assertThat(first).contains("Samtal nummer 60.", "Sida 1 av 2").doesNotContain("Samtal nummer 10.");
        assertThat(second).contains("Samtal nummer 10.", "Egen lägenhet").doesNotContain("Samtal nummer 60.");
        assertThat(plans).contains("Egen odling").doesNotContain("Samtal nummer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/handelser", "/lasare", "/utveckling"})
    void whoHasNoPartInTheCaseFindsNothing(String part) throws Exception {
        for (String user : List.of("handlaggare.af", "coach2", "ledamot.soc", "sthlm.coach1", "styrgrupp1", "admin")) {
            visit.logIn(user);
            assertThat(visit.get("arende/" + caseNumber + part).statusCode())
                    .as(user)
                    .isEqualTo(404);
        }
    }

    @Test
    void aLinkIsFollowedThroughTheLogIn() throws Exception {
        var answer = visit.get("arende/" + caseNumber);

        assertThat(answer.uri().toString()).endsWith("/camunda/app/welcome/default/?to=/arende/" + caseNumber);
    }

    @Test
    void whoCouldOpenTheCaseIsListedWithTheRightByWhichItIs() throws Exception {
        taskFor("employment-consultant");
        visit.logIn(COACH);

        assertThat(text(visit.get("arende/" + caseNumber + "/lasare")))
                .contains("Maria Ekström", "Coach i ärendet", "Leder programmet", "Har remitterat deltagaren")
                .contains("har eller kan ta en uppgift i ärendet");
        consents.withdraw(caseNumber, List.of("fk"), List.of());
        assertThat(text(visit.get("arende/" + caseNumber + "/lasare"))).doesNotContain("Har remitterat deltagaren");
    }
}

package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;

/** What the running application tells Tasklist's tab Akten, asked as a browser asks. */
@SamstegTest
class CasePanelTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String COLLEAGUE = "handlaggare.af";
    private static final String COACH = "coach1";
    private static final String LEAD = "projektledare1";

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
    Documents documents;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private Visit visit;
    private String caseNumber;
    private UUID document;

    private record Referral(
            String reason, List<String> livelihoodSources, LocalDate onSupportSince, boolean childrenToSupport) {}

    private record Assessment(String assessment, String preliminaryPlan) {}

    private record Plan(String ownGoal, String step1Measure, String step1Responsible) {}

    @BeforeEach
    void aCaseWithEverythingInIt() {
        world.begin(MONDAY);
        visit = new Visit(port);
        caseNumber = enrolled.open(COACH, MONDAY);
        jdbc.sql("update person set contact = '070-174 06 05', language = 'svenska'")
                .update();
        enrolled.has(
                caseNumber,
                "referral-referral",
                new Referral("Behöver <i>samordnat</i> stöd", List.of("salary"), LocalDate.of(2024, 1, 2), false));
        enrolled.has(caseNumber, "conference-assessment", new Assessment("Redo att börja", "Förrehab i grupp"));
        enrolled.has(caseNumber, "planning-action-plan", new Plan("Egen odling", "Promenader", "soc"));
        document = documents.drawUp(
                caseNumber,
                "conference-recommendation",
                Map.of("assessment", "Redo", "recommendation", "Kontakt med vårdcentralen"));
    }

    private String taskOf(String assignee) {
        runtime.createProcessInstanceByKey("admission")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        tasks.setAssignee(task, assignee);
        return task;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return visit.get(path);
    }

    private void logIn(String user) throws IOException, InterruptedException {
        visit.logIn(user);
    }

    private HttpResponse<byte[]> documentWith(Object id) throws IOException, InterruptedException {
        return get("camunda/api/samsteg/document/" + id);
    }

    private HttpResponse<byte[]> caseOf(String task) throws IOException, InterruptedException {
        return get("camunda/api/samsteg/case?taskId=" + task);
    }

    private static List<String> headings(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body()).path("sections").findValuesAsText("heading");
    }

    private static void isToldNothing(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(text(answer)).startsWith("{\"type\":\"Refused\",");
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    private static void isThePdf(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).startsWith("%PDF");
    }

    private record Change(String caseNumber, String change, String reason) {}

    private record Gave(String gave, String next) {}

    private record Outcome(String mainOutcome) {}

    private record Talk(boolean undoExit) {}

    @Test
    void theOutcomeOfAnExitThatWasUndoneIsSaidNotToHold() throws IOException, InterruptedException {
        enrolled.has(caseNumber, "exit-outcome", new Outcome("regular-work"));
        String task = taskOf(COACH);
        logIn(COACH);
        assertThat(text(caseOf(task))).contains("Utfall").doesNotContain("Gäller inte");
        world.passes(Period.ofDays(1));
        enrolled.has(caseNumber, "coaching-talk", new Talk(true));
        assertThat(text(caseOf(task))).contains("Utfall", "Gäller inte");
        world.passes(Period.ofDays(1));
        enrolled.has(caseNumber, "exit-outcome", new Outcome("studies"));
        assertThat(text(caseOf(task))).contains("Utfall").doesNotContain("Gäller inte");
    }

    @Test
    void whatBecameOfTheParticipantInGroupsIsReadByTheCoach() throws Exception {
        enrolled.has(caseNumber, "participation-change", new Change(caseNumber, "leave-group", "Vill ha praktik"));
        enrolled.has(caseNumber, "prerehab-group-evaluation", new Gave("Nya vänner", "workplace"));
        logIn(COACH);

        var answer = caseOf(taskOf(COACH));

        assertThat(headings(answer)).contains("Grupper");
        assertThat(text(answer))
                .contains("Vad ska ändras? Deltagaren lämnar gruppen", "Varför? Vill ha praktik")
                .contains("Vad gruppen har gett: Nya vänner", "Vad som följer: Arbetsplatsintroduktion");
    }

    private record Extended(String remaining, LocalDate extendedTo, String extensionReason) {}

    private record Contacted(String reached, String situation, String note) {}

    @Test
    void theCoachReadsExtensionsFollowUpsAndWhatOthersPromised() throws Exception {
        enrolled.has(
                caseNumber,
                "coaching-end-preparation",
                new Extended("Praktiken", LocalDate.of(2029, 1, 8), "Sjuk i våras"));
        enrolled.has(caseNumber, "followup-contact", new Contacted("yes", "as-planned", "Trivs på jobbet"));
        jdbc.sql("""
                        insert into measure (id, case_number, kind, promised, promised_by, promised_for, opened_on, opened_from,
                        begun_on) values (gen_random_uuid(), ?, 'cbt', 'Tolv samtal', 'region', '2027-05-03', '2027-02-01',
                        'staff', '2027-02-08')""").param(caseNumber).update();
        logIn(COACH);

        var answer = caseOf(taskOf(COACH));

        assertThat(headings(answer)).contains("Förlängd programtid", "Uppföljningar", "Externa insatser");
        assertThat(text(answer))
                .contains("Antal gånger", "Förlängs till och med: 2029-01-08", "Varför förlängs tiden? Sjuk i våras")
                .contains("Hur går det? Som planerat", "Anteckning: Trivs på jobbet")
                .contains("Tolv samtal", "Började 2027-02-08", "Beräknas vara klart 2027-05-03");
    }

    @Test
    void anUnauthenticatedRequestIsToldNothing() throws Exception {
        isToldNothing(caseOf(taskOf(COACH)), 401);
        isToldNothing(documentWith(document), 401);
        isToldNothing(get("arende/" + caseNumber + "/dokument/conference-recommendation"), 401);
    }

    @Test
    void theCaseworkerOpensTheDocumentInTheBrowserAndNothingKeepsIt() throws Exception {
        logIn(CASEWORKER);

        var answer = documentWith(document);

        isThePdf(answer);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/pdf");
        assertThat(answer.headers().allValues("Content-Disposition"))
                .containsExactly("inline; filename=\"" + caseNumber + "-rekommendation.pdf\"");
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("sandbox", "object-src"));
    }

    @Test
    void theDocumentCanBeOpenedAfterTheCaseIsClosedAndWithoutATask() throws Exception {
        cases.close(caseNumber, MONDAY);
        logIn(CASEWORKER);

        isThePdf(documentWith(document));
        isThePdf(get("arende/" + caseNumber + "/dokument/conference-recommendation"));
        isToldNothing(get("arende/" + caseNumber + "/dokument/referral-back"), 404);
    }

    @Test
    void aForeignDocumentIsAnsweredLikeAMissingOne() throws Exception {
        logIn(COLLEAGUE);

        isToldNothing(documentWith(document), 404);
        isToldNothing(documentWith(UUID.randomUUID()), 404);
        isToldNothing(documentWith("made-up"), 404);
        isToldNothing(get("arende/" + caseNumber + "/dokument/conference-recommendation"), 404);
    }

    @Test
    void aForeignTaskIsAnsweredLikeAMissingOne() throws Exception {
        String task = taskOf(COACH);
        logIn(CASEWORKER);

        isToldNothing(caseOf(task), 404);
        isToldNothing(caseOf("made-up"), 404);
    }

    @Test
    void anAssigneeWithoutRightToTheCaseIsToldNothingOfIt() throws Exception {
        String task = taskOf(COLLEAGUE);
        logIn(COLLEAGUE);

        isToldNothing(caseOf(task), 404);
    }

    @Test
    void theCoachReadsTheWholeCaseInSwedish() throws Exception {
        String task = taskOf(COACH);
        logIn(COACH);

        var answer = caseOf(task);

        assertThat(headings(answer))
                .containsExactly(
                        "Ansvariga",
                        "Kontakt med deltagaren",
                        "Remissen",
                        "Bedömningen på utökat möte",
                        "Handlingsplanen",
                        "Samtycken");
        assertThat(text(answer))
                .contains(document.toString(), "Gemensam rekommendation från utökat möte", "2026-11-23")
                .contains("{\"label\":\"Coach\",\"text\":\"Maria Ekström · 08-465 004 01\"}")
                .contains("{\"label\":\"Coachens ersättare\",\"text\":\"Yusuf Öztürk · 08-465 004 02\"}")
                .contains("070-174 06 05", "Behöver <i>samordnat</i> stöd")
                .contains("{\"label\":\"Försörjning i dag\",\"text\":\"Lön\"}")
                .contains("{\"label\":\"Offentlig försörjning sedan\",\"text\":\"2024-01-02\"}")
                .contains("Redo att börja", "Förrehab i grupp", "Egen odling")
                .contains("Insats: Promenader\\nAnsvarig: Socialtjänsten")
                .contains("uppgifter om hälsa", "till och med 2028-11-23. Skriftligt, registrerat av ");
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void theLeadReadsTheWholeCase() throws Exception {
        String task = taskOf(LEAD);
        logIn(LEAD);

        assertThat(headings(caseOf(task))).contains("Remissen", "Handlingsplanen");
        isThePdf(documentWith(document));
    }

    @Test
    void theCaseworkerReadsTheReferralAndThePlan() throws Exception {
        String task = taskOf(CASEWORKER);
        logIn(CASEWORKER);

        var answer = caseOf(task);

        assertThat(headings(answer))
                .containsExactly("Ansvariga", "Kontakt med deltagaren", "Remissen", "Handlingsplanen");
        assertThat(text(answer)).contains(document.toString()).doesNotContain("Samtycken", "Redo att börja");
    }

    @Test
    void theCaseIsAsIfItDidNotExistToACaseworkerWhoseAuthorityMayKnowNothingOfIt() throws Exception {
        String task = taskOf(CASEWORKER);
        consents.withdraw(caseNumber, List.of("fk"), List.of());
        logIn(CASEWORKER);

        isToldNothing(caseOf(task), 404);
        isToldNothing(documentWith(document), 404);
        isToldNothing(get("arende/" + caseNumber + "/dokument/conference-recommendation"), 404);
    }

    @Test
    void theCaseworkerReadsOnlyTheTypeOfInformationThatIsStillAllowed() throws Exception {
        UUID referralBack = documents.drawUp(
                caseNumber,
                "referral-back",
                Map.of("outcome", "Studier", "to", "2026-11-23", "purpose", "Att studera", "result", "Studerar"));
        String task = taskOf(CASEWORKER);
        logIn(CASEWORKER);
        assertThat(text(caseOf(task))).contains(document.toString(), referralBack.toString());

        consents.withdraw(caseNumber, List.of("fk"), List.of("referral"));
        assertThat(headings(caseOf(task))).containsExactly("Ansvariga", "Handlingsplanen");
        assertThat(text(caseOf(task))).contains(referralBack.toString()).doesNotContain(document.toString());
        isToldNothing(documentWith(document), 404);
        isThePdf(documentWith(referralBack));
    }

    @Test
    void theCoachReadsWhichLettersWereStoppedAndWhyAndTheCaseworkerDoesNot() throws Exception {
        jdbc.sql("""
                        insert into letter (id, cause, template, case_number, recipient, written_at, authority, information,
                        stopped_on, stop_reason) values (gen_random_uuid(), 'prov', 'exit-done', ?, 'handlaggare.fk', now(),
                        'fk', 'plan', date '2026-11-23', 'Samtycket har gått ut')""").param(caseNumber).update();
        String task = taskOf(CASEWORKER);
        logIn(CASEWORKER);
        assertThat(text(caseOf(task))).doesNotContain("Stoppade brev");

        tasks.setAssignee(task, COACH);
        logIn(COACH);
        assertThat(headings(caseOf(task))).contains("Stoppade brev");
        assertThat(text(caseOf(task)))
                .contains("Återremiss", "till Försäkringskassan 2026-11-23: Samtycket har gått ut");
    }

    private record Receipt(String receivingUnit, String accepted, String comment) {}

    private record Receiver(String found, String unit, String contact) {}

    private record Answers(String answer1, String comment1) {}

    @Test
    void coachAndLeadReadWhoTakesOverAndWhatBecameOfTheRecommendations() throws Exception {
        enrolled.has(caseNumber, "response-receipt", new Receipt("Vårdcentralen", "no", "Fel område"));
        enrolled.has(caseNumber, "response-receiver", new Receiver("yes", "Vuxenhälsan", "Kim Berg"));
        enrolled.has(caseNumber, "response-answers", new Answers("not-yet", "Väntar på tid"));
        String task = taskOf(COACH);
        for (String user : List.of(COACH, LEAD)) {
            tasks.setAssignee(task, user);
            logIn(user);
            assertThat(headings(caseOf(task)))
                    .as(user)
                    .containsSequence("Återremissen mottagen", "Annan mottagare", "Svar på återremissen");
            assertThat(text(caseOf(task))).contains("Fel område", "Vuxenhälsan", "Inte ännu", "Väntar på tid");
        }
    }

    private record Note(String role, String agreed, String urgent) {}

    @Test
    void whoTakesOverReadsWhatWasHandedOverTheNewestFirst() throws Exception {
        enrolled.has(caseNumber, "handover-note", new Note("Coach", "Ses på torsdagar", "Ring <i>i dag</i>"));
        world.passesTo(MONDAY.plusMonths(1));
        enrolled.has(caseNumber, "handover-note", new Note("Handläggare", "Intyg till maj", "Inget"));
        String task = taskOf(COACH);
        logIn(COACH);

        var sections = new JsonMapper().readTree(caseOf(task).body()).path("sections");
        assertThat(sections.get(0).path("heading").asText()).isEqualTo("Överlämning");
        assertThat(sections.get(0).path("lines").findValuesAsText("label"))
                .containsExactly("2026-12-23, handläggare", "2026-11-23, coach");
        assertThat(sections.get(0).path("lines").findValuesAsText("text"))
                .contains("Vad är överenskommet? Ses på torsdagar\nVad måste göras först? Ring <i>i dag</i>");
    }

    @Test
    void theCaseworkerReadsOnlyWhatAFormerCaseworkerHandedOver() throws Exception {
        enrolled.has(caseNumber, "handover-note", new Note("Coach", "Ses på torsdagar", "Ring"));
        enrolled.has(caseNumber, "handover-note", new Note("Handläggare", "Intyg till maj", "Inget"));
        String task = taskOf(CASEWORKER);
        logIn(CASEWORKER);

        assertThat(text(caseOf(task))).contains("Intyg till maj").doesNotContain("torsdagar");
    }

    @Test
    void theContactOfAProtectedPersonIsForTheCoachAndNotForTheCaseworker() throws Exception {
        jdbc.sql("update person set protected_identity = true").update();
        String task = taskOf(CASEWORKER);
        logIn(CASEWORKER);
        assertThat(headings(caseOf(task))).contains("Remissen").doesNotContain("Kontakt med deltagaren");
        assertThat(text(caseOf(task))).doesNotContain("070", "Åsa");

        tasks.setAssignee(task, COACH);
        logIn(COACH);

        assertThat(text(caseOf(task))).contains("070-174 06 05", "Åsa Öberg");
    }

    @Test
    void whatNamesAProtectedPersonIsReadByTheCoachAndTheLeadOnly() throws Exception {
        jdbc.sql("update person set protected_identity = true").update();
        UUID nameless = documents.drawUp(
                caseNumber,
                "conference-recommendation",
                Map.of("assessment", "Åsa är redo", "recommendation", "Kontakt med vårdcentralen"));
        String task = taskOf(CASEWORKER);
        logIn(CASEWORKER);
        isToldNothing(documentWith(document), 404);
        isThePdf(documentWith(nameless));
        assertThat(pdfText(documentWith(nameless))).contains("Skyddade personuppgifter", "[skyddat] är redo");
        assertThat(text(caseOf(task))).contains(nameless.toString()).doesNotContain(document.toString());

        for (String other : List.of(COACH, LEAD)) {
            tasks.setAssignee(task, other);
            logIn(other);
            isThePdf(documentWith(document));
            assertThat(pdfText(documentWith(document))).contains("Åsa Öberg");
            assertThat(text(caseOf(task))).contains(nameless.toString(), document.toString());
        }
    }

    private static String pdfText(HttpResponse<byte[]> pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void tasklistKnowsTheTabAndServesItsFiles() throws Exception {
        logIn(COACH);

        var page = get("camunda/app/tasklist/default/");
        assertThat(text(page)).contains("samsteg-case");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .as("a tab opened from the page can show a PDF")
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("allow-popups-to-escape-sandbox", "object-src 'none'"));
        for (String file : List.of("plugin.js", "plugin.css")) {
            var answer = get("camunda/api/tasklist/plugin/samsteg-case/static/app/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(text(answer)).as(file).contains("samsteg-case");
        }
    }
}

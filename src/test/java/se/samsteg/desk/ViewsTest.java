package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.samsteg.desk.Visit.text;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.engine.TestDatabase;
import se.samsteg.journey.World;

/** A view of a case leaves one row in the access log, and a user whose view leaves none sees nothing. */
@SamstegTest
class ViewsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String OTHER = "handlaggare.af2";
    private static final String COACH = "coach1";
    private static final String LEAD = "projektledare1";
    private static final String ENGINE = "camunda/api/engine/engine/default/";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

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

    private final JdbcClient owner = TestDatabase.superuser("samsteg");
    private Visit visit;
    private String caseNumber;
    private UUID document;
    private String task;

    /** One line of the log. */
    record Seen(
            String userId,
            String role,
            String authority,
            String tenant,
            @Nullable String caseNumber,
            String what,
            @Nullable String which,
            @Nullable String denied) {}

    @BeforeEach
    void aCaseWithATaskAndADocument() {
        world.begin(MONDAY);
        owner.sql("truncate log.access_log").update();
        visit = new Visit(port);
        caseNumber = enrolled.open(COACH, MONDAY);
        document = documents.drawUp(
                caseNumber,
                "conference-recommendation",
                Map.of("assessment", "Redo", "recommendation", "Kontakt med vårdcentralen"));
        runtime.createProcessInstanceByKey("admission")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
        task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        tasks.setAssignee(task, COACH);
    }

    private List<Seen> log() {
        return jdbc.sql("select * from log.access_log order by id")
                .query(Seen.class)
                .list();
    }

    private void seen(Seen... rows) {
        assertThat(log()).containsExactly(rows);
    }

    private Seen byCoach(String what, @Nullable String which) {
        return new Seen(COACH, "coach", "own", "botkyrka", caseNumber, what, which, null);
    }

    private Seen refused(String what, @Nullable String which, String why) {
        return new Seen(OTHER, "caseworker-af", "af", "botkyrka", caseNumber, what, which, why);
    }

    private HttpResponse<byte[]> as(String user, String path) throws Exception {
        return visit.logIn(user).get(path);
    }

    @Test
    void allRequestsForOneOpenedTaskAreOneView() throws Exception {
        visit.logIn(COACH);
        for (String asked : List.of("", "/form", "/deployed-form", "/identity-links")) {
            assertThat(visit.get(ENGINE + "task/" + task + asked).statusCode())
                    .as(asked)
                    .isEqualTo(200);
        }
        var values = visit.get(ENGINE + "task/" + task + "/form-variables?deserializeValues=false");

        assertThat(text(values)).contains("Åsa Öberg");
        seen(byCoach("form", "admission-summons"));
    }

    @Test
    void theCaseFileAndEachDocumentAreOneViewEach() throws Exception {
        visit.logIn(COACH);
        visit.get("camunda/api/samsteg/case?taskId=" + task);
        visit.get("camunda/api/samsteg/document/" + document);
        visit.get("arende/" + caseNumber + "/dokument/conference-recommendation");

        seen(
                byCoach("case-file", null),
                byCoach("document", "conference-recommendation"),
                byCoach("document", "conference-recommendation"));
    }

    @Test
    void theRowSaysForWhichAuthorityAndInWhichRole() throws Exception {
        as(CASEWORKER, "camunda/api/samsteg/document/" + document);
        as(LEAD, "camunda/api/samsteg/document/" + document);

        assertThat(log())
                .extracting(Seen::role, Seen::authority, Seen::denied)
                .containsExactly(tuple("caseworker-fk", "fk", null), tuple("programme-lead", "own", null));
    }

    @Test
    void whatIsRefusedIsOneRowWithTheReasonAndLooksLikeWhatDoesNotExist() throws Exception {
        visit.logIn(OTHER);
        var theirs = visit.get("camunda/api/samsteg/document/" + document);
        var missing = visit.get("camunda/api/samsteg/document/SB-2026-9999/referral-back");

        assertThat(theirs.statusCode()).isEqualTo(missing.statusCode()).isEqualTo(404);
        seen(
                refused("document", "conference-recommendation", "not-own"),
                new Seen(OTHER, "caseworker-af", "af", "botkyrka", null, "document", null, "no-such"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/form", "/deployed-form", "/form-variables", "/identity-links"})
    void aForeignTaskIsOneRefusedRow(String asked) throws Exception {
        var theirs = as(OTHER, ENGINE + "task/" + task + asked);

        assertThat(theirs.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(text(theirs)).doesNotContain("Åsa", caseNumber);
        seen(refused(asked.equals("/form-variables") ? "form" : "task", "admission-summons", "not-own"));
    }

    @Test
    void theValuesOfAForeignTaskAreAnsweredLikeThoseOfAMissingOne() throws Exception {
        var theirs = as(OTHER, ENGINE + "task/" + task + "/form-variables");
        var missing = visit.get(ENGINE + "task/" + UUID.randomUUID() + "/form-variables");

        assertThat(theirs.statusCode()).isEqualTo(missing.statusCode());
        assertThat(text(theirs)).isEqualTo(text(missing));
    }

    @Test
    void theTabAktenOfAForeignTaskIsOneRefusedRow() throws Exception {
        as(OTHER, "camunda/api/samsteg/case?taskId=" + task);

        seen(refused("task", "admission-summons", "not-own"));
    }

    @Test
    void aCaseworkerWhoseAuthorityMayKnowNothingAnyMoreIsRefusedForWantOfConsent() throws Exception {
        consents.withdraw(caseNumber, List.of("fk"), List.of());

        as(CASEWORKER, "camunda/api/samsteg/document/" + document);

        assertThat(log()).extracting(Seen::denied).containsExactly("no-consent");
    }

    @Test
    void aListOfCasesIsOneRowAboutNone() throws Exception {
        as(COACH, "camunda/api/samsteg/cases");
        as(LEAD, "camunda/api/samsteg/queue");
        as(COACH, "camunda/api/samsteg/queue");

        assertThat(log())
                .extracting(Seen::what, Seen::caseNumber, Seen::denied)
                .containsExactly(
                        tuple("case-list", null, null), tuple("queue", null, null), tuple("queue", null, "not-own"));
    }

    @Test
    void theCaseworkerGetsTheListOfWhoHasReadAndTheColleagueDoesNot() throws Exception {
        as(COACH, "camunda/api/samsteg/case?taskId=" + task);
        as(OTHER, "camunda/api/samsteg/document/" + document);
        owner.sql("update log.access_log set viewed_at = timestamp '2026-11-23 09:00' at time zone 'Europe/Stockholm'")
                .update();
        world.passesTo(MONDAY.plusDays(1));

        var list = as(CASEWORKER, "camunda/api/samsteg/readers/" + caseNumber);

        try (var pdf = Loader.loadPDF(list.body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Vem har läst", caseNumber, "2026-11-23 09:00 Maria Ekström Individcoach Programmet akten")
                    .contains("Fredrik Åkesson", "Försäkringskassan")
                    .doesNotContain(OTHER);
        }
        assertThat(list.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(as(OTHER, "camunda/api/samsteg/readers/" + caseNumber).statusCode())
                .isEqualTo(404);
        assertThat(visit.get("camunda/api/samsteg/readers/SB-2026-9999").statusCode())
                .isEqualTo(404);
        assertThat(log())
                .filteredOn(row -> row.what().equals("readers"))
                .extracting(Seen::userId, Seen::caseNumber, Seen::denied)
                .containsExactly(
                        tuple(CASEWORKER, caseNumber, null),
                        tuple(OTHER, caseNumber, "not-own"),
                        tuple(OTHER, null, "no-such"));
    }

    @Test
    void anUnauthenticatedRequestLeavesNoRow() throws Exception {
        visit.get("camunda/api/samsteg/document/" + document);

        assertThat(log()).isEmpty();
    }

    @Test
    void nothingIsShownThatCannotBeWrittenInTheLog() throws Exception {
        owner.sql("revoke usage on schema log from samsteg_app").update();
        try {
            visit.logIn(COACH);
            for (String path : List.of(
                    "camunda/api/samsteg/case?taskId=" + task,
                    "camunda/api/samsteg/document/" + document,
                    "camunda/api/samsteg/document/" + caseNumber + "/conference-recommendation",
                    "camunda/api/samsteg/cases",
                    ENGINE + "task/" + task + "/form-variables?deserializeValues=false")) {
                var answer = visit.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(500);
                assertThat(text(answer)).as(path).startsWith("{\"type\":\"Refused\",\"message\":\"Något gick fel.");
            }
        } finally {
            owner.sql("grant usage on schema log to samsteg_app").update();
        }
    }
}

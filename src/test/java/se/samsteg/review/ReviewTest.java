package se.samsteg.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Browser;
import se.samsteg.desk.Visit;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The monthly review of a unit's participants, on the calendar and in the unit's hands. */
@SamstegTest
class ReviewTest {

    private static final LocalDate ENROLLED = LocalDate.of(2027, 1, 4);
    private static final LocalDate DAY = LocalDate.of(2027, 2, 10);
    private static final LocalDate NEXT = LocalDate.of(2027, 3, 10);
    private static final String LEAD = "projektledare1";
    private static final String COACH = "coach1";
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String MANAGER = "chef.fk";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    ReviewDays days;

    @Autowired
    CaseUnits units;

    @Autowired
    Programmes programmes;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private final List<String> accounts = new ArrayList<>();
    private OtherSettings monthly;
    private String anna;

    private record Ratings(String outcome, String instrument, String instrumentVersion, String motivation) {}

    private record Step(String nextStep) {}

    @BeforeEach
    void aProgrammeWithReviewsAndAParticipantOfOneUnit() {
        world.begin(ENROLLED);
        monthly = new OtherSettings(
                programmes,
                "samboradet",
                Map.of(
                        "review",
                        new Settings.Review(
                                DAY,
                                Period.ofMonths(1),
                                Period.ofDays(14),
                                Settings.Review.Convener.UNIT_MANAGER,
                                Period.ofDays(7))));
        manager(MANAGER, "botkyrka", "fk-botkyrka");
        anna = enrolled.open(COACH, ENROLLED);
        enrolled.has(anna, "planning-baseline", new Ratings("held", "own-questions", "2", "3"));
        days.openAll();
    }

    private void manager(String id, String tenant, String unit) {
        var user = identity.newUser(id);
        user.setFirstName("Chef");
        user.setLastName(id);
        user.setEmail(id + "@" + tenant + ".example");
        user.setPassword("samsteg");
        identity.saveUser(user);
        identity.createMembership(id, "unit-manager");
        identity.createTenantUserMembership(tenant, id);
        jdbc.sql("insert into staff (user_id, authority, unit) values (?, 'fk', ?)")
                .params(id, unit)
                .update();
        accounts.add(id);
    }

    @AfterEach
    void theProgrammeIsAsBefore() {
        monthly.close();
        accounts.forEach(identity::deleteUser);
    }

    // ---- steps of the story

    private Map<String, Object> preparation(Object... answers) {
        Map<String, Object> all = new HashMap<>();
        List.of("seenHealth", "seenPlan", "seenAttendance", "words", "nextStepOn")
                .forEach(key -> all.put(key, null));
        all.put("nextStep", "Söka praktikplats");
        for (int n = 0; n < answers.length; n += 2) {
            all.put((String) answers[n], answers[n + 1]);
        }
        return all;
    }

    private static Map<String, Object> minutes(String outcome, Object... answers) {
        Map<String, Object> all = new HashMap<>();
        all.put("outcome", outcome);
        all.put("movedTo", null);
        all.put("managerTookPart", false);
        all.put("tookPart", List.of());
        all.put("nextDay", null);
        for (int n = 0; n < answers.length; n += 2) {
            all.put((String) answers[n], answers[n + 1]);
        }
        return all;
    }

    private void motivationRises() {
        enrolled.has(anna, "coaching-talk", new Ratings("held", "own-questions", "2", "5"));
    }

    private void prepared(Object... answers) {
        world.completes(COACH, "userTask_prepare", anna, preparation(answers));
    }

    private void held(String... tookPart) {
        world.passesTo(DAY);
        world.completes(LEAD, "userTask_minutes", null, minutes("held", "tookPart", List.of(tookPart)));
    }

    private String taskOf(String element, @Nullable String caseNumber) {
        return tasks.createTaskQuery().taskDefinitionKey(element).list().stream()
                .filter(task -> caseNumber == null
                        ? tasks.getVariable(task.getId(), "caseNumber") == null
                        : caseNumber.equals(tasks.getVariable(task.getId(), "caseNumber")))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private HttpResponse<byte[]> opens(String user, String task) throws Exception {
        return new Visit(port).logIn(user).get("camunda/api/samsteg/review?taskId=" + task);
    }

    private String reads(String user, @Nullable String caseNumber) throws Exception {
        HttpResponse<byte[]> answer = opens(user, taskOf("userTask_receipt", caseNumber));
        assertThat(answer.statusCode()).isEqualTo(200);
        return text(answer.body());
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    // ---- one review

    @Test
    void oneReviewIsPreparedHeldAndReadByWhomItConcerns() throws Exception {
        world.passesTo(DAY.minusDays(15));
        motivationRises();
        enrolled.has(anna, "coaching-next-step", new Step("workplace"));
        assertThat(world.openTasks(anna)).isEmpty();

        world.passesTo(DAY.minusDays(14));
        assertThat(world.openTasks(anna)).containsExactly("userTask_prepare");
        assertThat(world.shown(COACH, "userTask_prepare", anna, "seenHealth")).isEqualTo("Motivation: 3, nu 5 (+2)");
        assertThat(world.shown(COACH, "userTask_prepare", anna, "seenPlan"))
                .isEqualTo("Nytt steg: Arbetsplatsintroduktion");
        prepared(
                "seenHealth", "Motivation: 3, nu 5 (+2)",
                "seenPlan", "Nytt steg: Arbetsplatsintroduktion",
                "words", "Kommer varje gång",
                "nextStepOn", "2027-03-01");

        world.passesTo(DAY.minusDays(7));
        assertThat(world.mailTo(MANAGER)).anySatisfy(mail -> assertThat(mail)
                .contains("Lokalt kontor Botkyrka, 2027-02-10", anna)
                .doesNotContain("Öberg", "Motivation"));
        assertThat(world.mailTo(MANAGER)).anySatisfy(mail -> assertThat(mail).contains("du sammankallar"));
        assertThat(world.mailTo(CASEWORKER)).singleElement().asString().contains(anna);

        held();
        assertThat(reads(MANAGER, null))
                .contains(
                        "Lokalt kontor Botkyrka, 2027-02-10",
                        anna,
                        "Åsa Öberg",
                        "Motivation: 3, nu 5 (+2)",
                        "Arbetsplatsintroduktion",
                        "Kommer varje gång",
                        "Söka praktikplats, till 2027-03-01",
                        "Deltog inte, har inte läst");
        assertThat(reads(CASEWORKER, anna)).contains("Kommer varje gång", "Söka praktikplats");
        world.completes(CASEWORKER, "userTask_receipt", anna, Map.of("read", true));
        assertThat(reads(MANAGER, null)).contains("Deltog inte, läste 2027-02-10");
        world.completes(MANAGER, "userTask_receipt", null, Map.of("read", true));

        assertThat(world.endsOf("review")).contains("endEvent_read");
        assertThat(world.endsOf("presentation")).containsExactly("endEvent_read");
        assertThat(world.openTasks(null)).isEmpty();
    }

    @Test
    void theNextReviewBeginsWhereTheLastOneEnded() {
        world.passesTo(DAY.minusDays(14));
        motivationRises();
        prepared();
        held(anna);
        assertThat(world.openTasks(anna)).as("the caseworker was there").isEmpty();

        world.passesTo(NEXT.minusDays(14));
        assertThat(world.shown(COACH, "userTask_prepare", anna, "lastStep")).isEqualTo("Söka praktikplats");
        assertThat(world.shown(COACH, "userTask_prepare", anna, "seenHealth")).isNull();
    }

    @Test
    void aUnitWithoutParticipantsGetsNone() {
        world.passesTo(DAY.minusDays(14));
        assertThat(world.openTasks(null)).containsExactly("userTask_prepare");
        assertThat(world.endsOf("review")).containsExactly("endEvent_noParticipants");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("review")
                        .list())
                .extracting("businessKey")
                .contains("samboradet-fk-botkyrka-2027-02-10", "samboradet-fk-botkyrka-2027-03-10")
                .doesNotContain("samboradet-af-botkyrka-2027-02-10");
    }

    @Test
    void aNewStartOpensNoReviewTwice() {
        days.openAll();
        world.passesTo(DAY.minusDays(14));
        days.openAll();
        assertThat(jdbc.sql("select count(*) from review where unit = 'fk-botkyrka'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    // ---- what the participant allows

    private void withdraws(String information) {
        jdbc.sql("update consent set withdrawn_on = ? where authority = 'fk' and information = ?")
                .params(world.today(), information)
                .update();
    }

    @Test
    void withoutConsentTheParticipantIsOnTheListAsANumberOnly() throws Exception {
        withdraws("plan");
        world.passesTo(DAY);
        assertThat(world.openTasks(anna)).isEmpty();
        assertThat(world.shown(LEAD, "userTask_minutes", null, "participants"))
                .isEqualTo(anna + ": bara numret. Samtycket är återkallat");
        world.completes(LEAD, "userTask_minutes", null, minutes("held"));
        assertThat(reads(MANAGER, null))
                .contains(anna, "Samtycket är återkallat")
                .doesNotContain("Öberg");
        assertThat(world.mailTo(MANAGER)).noneSatisfy(mail -> assertThat(mail).contains(anna));
    }

    @Test
    void aProtectedPersonIsOnTheListAsANumberOnly() throws Exception {
        jdbc.sql("update person set protected_identity = true").update();
        world.passesTo(DAY);
        assertThat(world.openTasks(anna)).isEmpty();
        world.completes(LEAD, "userTask_minutes", null, minutes("held"));
        assertThat(reads(MANAGER, null))
                .contains(anna, "Skyddade personuppgifter")
                .doesNotContain("Öberg");
    }

    @Test
    void healthIsDrawnUpAndShownWithConsentToHealthAlone() throws Exception {
        world.passesTo(DAY.minusDays(14));
        motivationRises();
        prepared("seenHealth", "Motivation: 3, nu 5 (+2)", "words", "Kommer varje gång");
        held();
        assertThat(reads(MANAGER, null)).contains("Motivation");
        withdraws("health");
        assertThat(reads(MANAGER, null)).contains("Kommer varje gång").doesNotContain("Motivation");
        withdraws("plan");
        assertThat(reads(MANAGER, null)).contains(anna).doesNotContain("Kommer varje gång", "Öberg");
    }

    @Test
    void whatMayNotBeShownIsNeitherDrawnUpNorTyped() {
        world.passesTo(DAY.minusDays(15));
        withdraws("health");
        withdraws("attendance");
        motivationRises();
        world.passesTo(DAY.minusDays(14));
        assertThat(world.shown(COACH, "userTask_prepare", anna, "seenHealth")).isNull();
        assertThat(world.shown(COACH, "userTask_prepare", anna, "healthWithheld"))
                .isEqualTo("Samtycket är återkallat");
        assertThatThrownBy(() -> prepared("seenHealth", "Mår bättre"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Skattningar och hälsa: ");
        assertThatThrownBy(() -> prepared("seenAttendance", "Kom alltid"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Närvaro: ");
        assertThat(jdbc.sql("select count(*) from fact where kind = 'review-preparation'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void attendanceThatTheProgrammeDoesNotShareIsNotTypedDespiteTheConsent() {
        world.passesTo(DAY.minusDays(14));
        assertThat(world.shown(COACH, "userTask_prepare", anna, "attendanceWithheld"))
                .isEqualTo("Programmet delar inte närvaro med handläggaren");
        assertThatThrownBy(() -> prepared("seenAttendance", "Kom alltid"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Närvaro: ");
    }

    @Test
    void theFileShowsTheUnitsAndWhatTheyWereShown() throws Exception {
        world.passesTo(DAY.minusDays(20));
        writes(COACH, "Har börjat komma i tid");
        world.passesTo(DAY.minusDays(14));
        units.receive(anna, "vardcentralen-tumba");
        String coachs = Visit.text(new Visit(port)
                .logIn(COACH)
                .get("camunda/api/samsteg/case?taskId=" + taskOf("userTask_prepare", anna)));
        assertThat(coachs).contains("Remitterande enhet", "Lokalt kontor Botkyrka", "Vårdcentralen Tumba");
        prepared("words", "Kommer varje gång");
        held();
        String task = taskOf("userTask_receipt", anna);
        String file = Visit.text(new Visit(port).logIn(CASEWORKER).get("camunda/api/samsteg/case?taskId=" + task));
        assertThat(file)
                .contains("Rader till handläggaren", "Har börjat komma i tid")
                .contains("Ärendedragningar", "Kommer varje gång", "Söka praktikplats");
    }

    @Test
    void theManagerOpensTheDocumentFromTheTask() {
        Browser.mustBeThere();
        world.passesTo(DAY.minusDays(14));
        prepared("words", "Kommer varje gång");
        held();
        String task = taskOf("userTask_receipt", null);
        try (Browser manager = Browser.open()) {
            manager.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", MANAGER);
            manager.opens("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
            manager.reads("Öppna ärendedragningen");
            assertThat(manager.evaluates(
                            "[...document.querySelectorAll('a')].find(a => a.textContent.includes('Öppna')).href"))
                    .isEqualTo("http://localhost:" + port + "/camunda/api/samsteg/review?taskId=" + task);
            manager.takesPicture("review-receipt");
        }
    }

    // ---- others

    @Test
    void anotherUnitsManagerAndAnotherAssociationSeeNothing() throws Exception {
        manager("chef.af", "botkyrka", "af-botkyrka");
        manager("chef.stockholm", "stockholm", "fk-botkyrka");
        world.passesTo(DAY.minusDays(14));
        prepared("words", "Kommer varje gång");
        held();
        String whole = taskOf("userTask_receipt", null);
        String annas = taskOf("userTask_receipt", anna);
        for (String other : List.of("chef.af", "chef.stockholm", "handlaggare.soc", "coach2", "styrgrupp1")) {
            assertThat(opens(other, whole).statusCode()).as(other).isEqualTo(404);
            assertThat(opens(other, annas).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(opens(MANAGER, annas).statusCode()).isEqualTo(404);
        assertThat(opens(CASEWORKER, whole).statusCode()).isEqualTo(404);
        assertThat(new Visit(port)
                        .get("camunda/api/samsteg/review?taskId=" + whole)
                        .statusCode())
                .isEqualTo(401);
        assertThat(world.<Object>as("chef.af", () -> tasks.createTaskQuery().count()))
                .isEqualTo(0L);
        assertThat(world.<Object>as(
                        "chef.stockholm", () -> tasks.createTaskQuery().count()))
                .isEqualTo(0L);
    }

    @Test
    void eachParticipantWhoIsShownIsARowInTheAccessLog() throws Exception {
        world.passesTo(DAY.minusDays(14));
        prepared();
        held();
        reads(MANAGER, null);
        withdraws("plan");
        reads(MANAGER, null);
        assertThat(se.samsteg.engine.TestDatabase.superuser("samsteg")
                        .sql(
                                "select count(*) from log.access_log where user_id = ? and which = 'review' and case_number = ?")
                        .params(MANAGER, anna)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    // ---- other days

    @Test
    void aReviewIsMovedAndTheNextDayAgreedOn() {
        world.passesTo(DAY);
        LocalDate moved = DAY.plusDays(5);
        assertThatThrownBy(() ->
                        world.completes(LEAD, "userTask_minutes", null, minutes("moved", "movedTo", DAY.toString())))
                .isInstanceOf(Refused.class);
        world.completes(LEAD, "userTask_minutes", null, minutes("moved", "movedTo", moved.toString()));
        assertThat(world.openTasks(null)).doesNotContain("userTask_minutes");
        world.passesTo(moved);
        world.completes(LEAD, "userTask_minutes", null, minutes("held", "nextDay", "2027-03-17"));

        world.passesTo(LocalDate.of(2027, 3, 2));
        assertThat(world.openTasks(anna)).isEmpty();
        world.passesTo(LocalDate.of(2027, 3, 3));
        assertThat(world.openTasks(anna)).contains("userTask_prepare");
        assertThat(world.shown(COACH, "userTask_prepare", anna, "heading"))
                .isEqualTo("Lokalt kontor Botkyrka, 2027-03-17");
    }

    @Test
    void aCancelledReviewLeavesNothingToRead() {
        world.passesTo(DAY.minusDays(14));
        prepared();
        world.passesTo(DAY);
        world.completes(LEAD, "userTask_minutes", null, minutes("cancelled"));
        assertThat(world.openTasks(null)).isEmpty();
        assertThat(jdbc.sql("select count(*) from review where held_on is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aUnitWithoutAManagerHereLeavesTheReadingToTheLead() {
        jdbc.sql("update staff set unit = null where user_id = ?")
                .param(MANAGER)
                .update();
        held();
        world.completes(LEAD, "userTask_receipt", null, Map.of("read", true));
        assertThat(world.endsOf("review")).contains("endEvent_read");
    }

    // ---- units and lines

    @Test
    void aCaseKeepsTheUnitThatReferredAndMayGetOneThatTakesOver() {
        assertThat(units.referring(anna)).get().extracting(Settings.Unit::code).isEqualTo("fk-botkyrka");
        jdbc.sql("update staff set unit = 'af-botkyrka' where user_id = ?")
                .param(CASEWORKER)
                .update();
        assertThat(units.referring(anna)).get().extracting(Settings.Unit::code).isEqualTo("fk-botkyrka");

        assertThat(units.receiving(anna)).isEmpty();
        units.receive(anna, "vardcentralen-tumba");
        assertThat(units.receiving(anna)).get().extracting(Settings.Unit::name).isEqualTo("Vårdcentralen Tumba");
        assertThatThrownBy(() -> units.receive(anna, "okand")).isInstanceOf(Refused.class);
    }

    /** As the lead does in Rättelse. */
    private void unitIsCorrected(String unit) {
        world.starts(LEAD, "rectification", Map.of("caseNumber", anna));
        world.completes(LEAD, "userTask_choose", anna, Map.of("chosen", "unit"));
        world.completes(
                LEAD,
                "userTask_correct",
                anna,
                Map.of(
                        "action", "correct",
                        "target", "choice.unit",
                        "newChoice", unit,
                        "askedBy", "staff",
                        "why", "Registret var fel"));
    }

    @Test
    void aParticipantWhoseUnitWasWrongGoesFromItsComingReview() {
        try (var two = new OtherSettings(programmes, "samboradet", """
                units:
                  - {code: fk-botkyrka, name: Lokalt kontor Botkyrka, authority: fk, address: null}
                  - {code: fk-tumba, name: Lokalt kontor Tumba, authority: fk, address: null}
                  - {code: af-botkyrka, name: Arbetsförmedlingen Botkyrka, authority: af, address: null}
                """)) {
            world.passesTo(DAY.minusDays(14));
            assertThat(world.openTasks(anna)).contains("userTask_prepare");
            assertThatThrownBy(() -> unitIsCorrected("af-botkyrka"))
                    .isInstanceOf(Refused.class)
                    .hasMessage("Nytt svar: välj ett av alternativen.");
            world.completes(LEAD, "userTask_correct", anna, Map.of("action", "none"));

            unitIsCorrected("fk-tumba");
            assertThat(units.referring(anna))
                    .get()
                    .extracting(Settings.Unit::code)
                    .isEqualTo("fk-tumba");
            assertThat(world.openTasks(anna)).doesNotContain("userTask_prepare");
            assertThat(jdbc.sql("select count(*) from review_case")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("""
                            select content ->> 'target' from fact where kind = 'rectification-correction'
                            order by recorded_at desc limit 1""").query(String.class).single())
                    .isEqualTo("Remitterande enhet, som var Lokalt kontor Botkyrka");
            unitIsCorrected("fk-botkyrka");
            assertThat(world.openTasks(anna)).contains("userTask_prepare");
        }
    }

    @Test
    void aUnitOfAnotherAuthorityTakesOverNoCasesWithTheirCaseworker() {
        jdbc.sql("update case_file set unit = null").update();
        jdbc.sql("update staff set unit = 'af-botkyrka' where user_id = ?")
                .param(CASEWORKER)
                .update();
        world.passesTo(DAY.minusDays(14));
        assertThat(world.openTasks(null)).isEmpty();
    }

    private void writes(String user, String line) {
        world.starts(user, "progress", Map.of("caseNumber", anna, "line", line));
    }

    @Test
    void aLineIsToldTheCaseworkerAndTakenUpAtTheNextReview() {
        world.passesTo(DAY.minusDays(20));
        writes(COACH, "Har börjat komma i tid");
        assertThat(world.mailTo(CASEWORKER))
                .singleElement()
                .asString()
                .contains(anna)
                .doesNotContain("komma i tid");
        world.passesTo(DAY.minusDays(14));
        assertThat(world.shown(COACH, "userTask_prepare", anna, "seenPlan"))
                .isEqualTo("2027-01-21: Har börjat komma i tid");
    }

    @Test
    void aLineWithoutConsentOrOfAnotherCoachIsRefused() {
        assertThatThrownBy(() -> writes("coach2", "Nej")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> writes(CASEWORKER, "Nej")).isInstanceOf(AuthorizationException.class);
        withdraws("plan");
        assertThatThrownBy(() -> writes(COACH, "Nej"))
                .isInstanceOf(Refused.class)
                .hasMessage("Ärende: handläggaren får inte läsa raden. Samtycket är återkallat.");
        assertThat(jdbc.sql("select count(*) from fact where kind = 'progress-line'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}

package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.engine.TestDatabase;
import se.samsteg.form.FormFiles;

/**
 * Anna asks what is held about her. She and Bo have been through the conference and a group together; the programme lead
 * hands out the extract, on paper and as JSON, and no other user can.
 */
@SamstegTest
class ExtractJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);
    private static final String LEADER = "gruppcoach1";
    private static final String OTHERS_LEAD = "lead.stockholm";
    private static final String PATH = "camunda/api/samsteg/extract/";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    private final List<String> people = IdentityNumbers.some(2);
    private Case anna;
    private Case bo;

    @BeforeEach
    void annaAndBoAreInTheSameGroup() {
        world.begin(MONDAY);
        TestDatabase.superuser("samsteg").sql("truncate log.access_log").update();
        var user = identity.newUser(OTHERS_LEAD);
        user.setPassword("samsteg");
        identity.saveUser(user);
        identity.createMembership(OTHERS_LEAD, "programme-lead");
        identity.createTenantUserMembership("stockholm", OTHERS_LEAD);
        anna = inAGroup("Anna", "Ekdahl", "annasord");
        bo = inAGroup("Bosse", "Bengtsson", "bossesord");
        world.starts(LEADER, "group", Answers.group("halsogrupp", MONDAY, List.of("monday", "thursday")));
        String group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        world.completes(
                LEADER,
                "userTask_staffGroup",
                group,
                Answers.of("participants", List.of(anna.caseNumber, bo.caseNumber)));
        world.completes(
                LEADER,
                "userTask_recordSession",
                group,
                Answers.with(
                        Answers.sessionHeld("absent", "took-part"),
                        "needs",
                        List.of(bo.caseNumber, anna.caseNumber),
                        "note",
                        "Bosse och Anna pratade"));
        talks(anna, "annasord");
        talks(bo, "bossesord");
        world.starts(Case.COACH, "sip", marked(SipAnswers.request(anna.caseNumber), "annasord"));
        world.starts(
                Case.COACH,
                "measure",
                marked(MeasureAnswers.promise(anna.caseNumber, MONDAY.plusWeeks(3)), "annasord"));
        tasks.setVariables(
                tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_holdTalk")
                        .processInstanceBusinessKey(anna.caseNumber)
                        .singleResult()
                        .getId(),
                Map.of("note", "annasutkast"));
    }

    @AfterEach
    void theOtherLeadIsGone() {
        identity.deleteUser(OTHERS_LEAD);
    }

    private static Map<String, Object> marked(Map<String, Object> answers, String word) {
        Map<String, Object> marked = new LinkedHashMap<>(answers);
        marked.replaceAll((key, value) -> value instanceof String text ? text.replace(Answers.MARKER, word) : value);
        return marked;
    }

    private Case inAGroup(String firstName, String lastName, String word) {
        Case someone = Case.referred(
                world,
                jdbc,
                "handlaggare.fk",
                Answers.with(
                        marked(Answers.referral(people.remove(0), world.today()), word),
                        "firstName",
                        firstName,
                        "lastName",
                        lastName));
        LocalDate today = world.today();
        return someone.does("ledamot.soc", "userTask_assess", marked(Answers.admit(Case.COACH), word))
                .does(Case.COACH, "userTask_summon", marked(Answers.summons(today.plusWeeks(1)), word))
                .does(Case.COACH, "userTask_holdEnrolment", marked(Answers.enrolment(today), word))
                .does(Case.COACH, "userTask_mapSituation", marked(Answers.mapping(), word))
                .does(Case.COACH, "userTask_measureBaseline", marked(Answers.baseline(), word))
                .does(
                        Case.COACH,
                        "userTask_writeActionPlan",
                        marked(Answers.planWithAGroup(today, "halsogrupp"), word));
    }

    private void talks(Case someone, String word) {
        someone.does(
                Case.COACH,
                "userTask_holdTalk",
                marked(Answers.talk(world.today().plusWeeks(2)), word));
    }

    private HttpResponse<byte[]> as(String user, String path) throws IOException, InterruptedException {
        return new Visit(port).logIn(user).get(path);
    }

    private JsonNode json() throws IOException, InterruptedException {
        return new JsonMapper()
                .readTree(as(Case.LEAD, PATH + anna.caseNumber + "/json?note=included")
                        .body());
    }

    private String pdf() throws IOException, InterruptedException {
        byte[] pdf = as(Case.LEAD, PATH + anna.caseNumber + "?note=included").body();
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/registerutdrag.pdf"), pdf);
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    private record Seen(
            String userId,
            String role,
            @Nullable String caseNumber,
            @Nullable String denied) {}

    private List<Seen> log() {
        return jdbc.sql("select * from log.access_log where what = 'extract' order by id")
                .query(Seen.class)
                .list();
    }

    @Test
    void theJsonHoldsHerDataFromEveryDomainTableAndNoneOfHis() throws Exception {
        JsonNode json = json();
        String text = json.toString();

        Set<String> holding = new TreeSet<>(Tables.holding(jdbc, "annasord"));
        holding.removeIf(table -> table.startsWith("act_"));
        assertThat(holding).contains("fact", "person", "measure");
        for (String table : holding) {
            assertThat(json.path("tables").path(table).toString()).as(table).contains("annasord");
        }
        assertThat(text).contains("annasutkast", "Ekdahl").doesNotContain("bossesord", "Bosse", bo.caseNumber);
    }

    @Test
    void whatIsStillToDoAndWhoHasReadIsInIt() throws Exception {
        as(Case.COACH, "camunda/api/samsteg/readers/" + anna.caseNumber);

        JsonNode json = json();

        assertThat(json.path("openTasks").findValuesAsText("name"))
                .contains("Genomför coachsamtal", "Gör hembesök", "Kalla till möte");
        assertThat(json.path("openTasks").findValuesAsText("assignee")).contains(Case.COACH);
        assertThat(json.path("readers").findValuesAsText("what")).contains("vem som har läst", "registerutdraget");
        assertThat(json.path("staff").path(Case.COACH).asText()).isNotBlank();
        assertThat(json.path("words")
                        .path("tables")
                        .path("roll_call")
                        .path("title")
                        .asText())
                .isEqualTo("Närvaro i grupp");
    }

    @Test
    void onPaperItIsSwedishWithoutANameOfAColumnOrTheCodeOfAnAnswer() throws Exception {
        String text = pdf();

        assertThat(text)
                .contains("Registerutdrag", "Anna Ekdahl", anna.caseNumber)
                .contains("Personuppgifter", "Kvinna", "Samtycken", "Remissen och bedömningen", "Externa insatser")
                .contains("Genomför coachsamtal", "Beredskap för arbete eller studier", "Uteblev")
                .contains("Stöd behövs från Arbetsförmedlingen, Försäkringskassan", "Psykiatrin")
                .contains("Delmål 1, insats", "annasord", "annasutkast", "Hälsogrupp", "Vem har läst")
                .doesNotContain("Bosse", "bossesord", bo.caseNumber);
        assertThat(found(text, "[a-z]+_[a-z_]+")).isEmpty();
        assertThat(found(text, "[a-z]+[A-Z][a-zA-Z]*")).isEmpty();
        Set<String> codes = codes();
        assertThat(codes).contains("took-part", "woman", "written");
        Set<String> words = found(text.replaceAll("\\S+@\\S+", ""), "[a-z-]+"); // an address is no code
        words.retainAll(codes);
        assertThat(words).isEmpty();
    }

    private static Set<String> found(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        var words =
                Pattern.compile("(?<![\\p{L}_.-])" + pattern + "(?![\\p{L}_])").matcher(text);
        while (words.find()) {
            found.add(words.group());
        }
        return found;
    }

    /** Stored answers that are no Swedish words. */
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String form : FormFiles.allWithOwn()) {
            new JsonMapper().readTree(FormFiles.json(form)).findParents("value").forEach(option -> {
                String code = option.path("value").asText();
                if (code.length() > 3
                        && !option.path("label")
                                .asText()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(code)) {
                    codes.add(code);
                }
            });
        }
        codes.removeAll(Set.of("plan", "region", "left"));
        return codes;
    }

    @Test
    void onlyTheLeadOfHerAssociationGetsItAndEveryTryIsARowInTheLog() throws Exception {
        List<String> refusals = new ArrayList<>();
        for (String user : List.of(Case.COACH, "handlaggare.fk", LEADER, "styrgrupp1", OTHERS_LEAD)) {
            var theirs = as(user, PATH + anna.caseNumber + "/json");
            assertThat(theirs.statusCode()).as(user).isEqualTo(404);
            refusals.add(new String(theirs.body(), StandardCharsets.UTF_8));
        }
        var missing = as(Case.LEAD, PATH + "SB-2020-9999");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(refusals).containsOnly(new String(missing.body(), StandardCharsets.UTF_8));
        assertThat(new Visit(port).get(PATH + anna.caseNumber).statusCode()).isEqualTo(401);
        var hers = as(Case.LEAD, PATH + anna.caseNumber + "?note=included");
        assertThat(hers.statusCode()).isEqualTo(200);
        assertThat(hers.headers().allValues("Cache-Control")).contains("no-store");

        assertThat(log())
                .extracting(Seen::userId, Seen::caseNumber, Seen::denied)
                .containsExactly(
                        tuple(Case.COACH, anna.caseNumber, "not-own"),
                        tuple("handlaggare.fk", anna.caseNumber, "not-own"),
                        tuple(LEADER, anna.caseNumber, "not-own"),
                        tuple("styrgrupp1", anna.caseNumber, "not-own"),
                        tuple(OTHERS_LEAD, anna.caseNumber, "not-own"),
                        tuple(Case.LEAD, null, "no-such"),
                        tuple(Case.LEAD, anna.caseNumber, null));
    }

    @Test
    void eachOfHerCasesThatItShowsIsAViewOfItsOwnAndNothingIsShownWithoutIt() throws Exception {
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on, closed_on)
                        select 'SB-2025-0001', programme, person, caseworker, authority, '2025-01-01', '2025-02-01'
                        from case_file where case_number = ?""").param(anna.caseNumber).update();

        assertThat(json().path("caseNumbers")).hasSize(2);
        assertThat(log())
                .containsExactly(
                        new Seen(Case.LEAD, "programme-lead", "SB-2025-0001", null),
                        new Seen(Case.LEAD, "programme-lead", anna.caseNumber, null));

        var owner = TestDatabase.superuser("samsteg");
        owner.sql("revoke usage on schema log from samsteg_app").update();
        try {
            var answer = as(Case.LEAD, PATH + anna.caseNumber + "/json?note=included");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("Ekdahl");
        } finally {
            owner.sql("grant usage on schema log to samsteg_app").update();
        }
    }

    @Test
    void theLeadDecidesAboutAProtectedNoteBeforeTheExtractIsDrawnUp() throws Exception {
        for (String format : List.of("", "/json")) {
            var undecided = as(Case.LEAD, PATH + anna.caseNumber + format);
            assertThat(undecided.statusCode()).isEqualTo(409);
            assertThat(new String(undecided.body(), StandardCharsets.UTF_8))
                    .contains("skyddad anteckning")
                    .doesNotContain("annasord", "Känsligt");
        }
        assertThat(log()).isEmpty();

        String without = new String(
                as(Case.LEAD, PATH + anna.caseNumber + "/json?note=withheld").body(), StandardCharsets.UTF_8);
        assertThat(without).contains("annasord").doesNotContain("Känsligt");
        assertThat(new String(
                        as(Case.LEAD, PATH + anna.caseNumber + "/json?note=included")
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("Känsligt");
        try (var paper = Loader.loadPDF(
                as(Case.LEAD, PATH + anna.caseNumber + "?note=withheld").body())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("annasord")
                    .doesNotContain("Känsligt");
        }
        assertThat(jdbc.sql("select what from log.access_log where what like 'extract%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("extract-without-note", "extract", "extract-without-note");
    }

    @Test
    void theTabAktenOffersItToTheLeadOnly() throws Exception {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .processInstanceBusinessKey(anna.caseNumber)
                .singleResult()
                .getId();
        String path = "camunda/api/samsteg/case?taskId=" + task;

        assertThat(new JsonMapper()
                        .readTree(as(Case.LEAD, path).body())
                        .path("extract")
                        .asBoolean())
                .isTrue();
        assertThat(new JsonMapper()
                        .readTree(as(Case.COACH, path).body())
                        .path("extract")
                        .asBoolean())
                .isFalse();
    }
}

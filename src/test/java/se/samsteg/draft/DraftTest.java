package se.samsteg.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.engine.TestDatabase;
import se.samsteg.journey.World;

/** What is begun in a form and not sent, asked for through the web as Tasklist does. */
@SamstegTest
class DraftTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String COACH = "coach1";
    private static final String OTHER = "coach2";
    private static final String LEAD = "projektledare1";
    private static final String DRAFT = "{\"note\":\"Halvfärdigt\"}";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    StartDrafts starts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private final JdbcClient owner = TestDatabase.superuser("samsteg");
    private String caseNumber;
    private String process;
    private String task;
    private Visit visit;

    @BeforeEach
    void theCoachHasATalkToHold() {
        world.begin(MONDAY);
        caseNumber = enrolled.open(COACH, MONDAY);
        process = runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber))
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(process)
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult()
                .getId();
        tasks.setAssignee(task, COACH);
        visit = new Visit(port);
    }

    private String address() {
        return "camunda/api/samsteg/draft/task/" + task;
    }

    private String start(String key) {
        return "camunda/api/samsteg/draft/start/"
                + repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId()
                        .replace(":", "%3A");
    }

    private String read(String user, String address) throws Exception {
        HttpResponse<byte[]> answer = logIn(user).get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Visit.text(answer);
    }

    private int save(String user, String address, String content) throws Exception {
        return logIn(user).send("PUT", address, content).statusCode();
    }

    private Visit logIn(String user) throws Exception {
        visit.logIn(user).get("camunda/app/welcome/default/");
        return visit;
    }

    private int drafts() {
        return jdbc.sql("select (select count(*) from draft) + (select count(*) from start_draft)")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatTheAssigneeHasBegunComesBackAndIsInNoTableOfTheEngine() throws Exception {
        HttpResponse<byte[]> saved = logIn(COACH).send("PUT", address(), DRAFT);
        assertThat(Visit.text(saved)).isEqualTo("{\"saved\":\"09:00\"}");
        assertThat(read(COACH, address())).isEqualTo("{\"saved\":\"09:00\",\"content\":{\"note\":\"Halvfärdigt\"}}");
        assertThat(jdbc.sql("select case_number from draft").query(String.class).single())
                .isEqualTo(caseNumber);
        assertThat(jdbc.sql("select count(*) from act_ru_variable where text_ like '%Halv%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        world.passes(Period.ofDays(1));
        assertThat(read(COACH, address())).contains("\"saved\":\"2026-11-23 09:00\"");
    }

    @Test
    void aDraftAboutAProtectedParticipantIsSavedWithoutTheName() throws Exception {
        jdbc.sql("update person set protected_identity = true").update();
        save(COACH, address(), "{\"note\":\"Åsa Oberg mår bra\",\"outcome\":\"held\"}");
        save(
                COACH,
                start("sip"),
                "{\"caseNumber\":\"%s\",\"purpose\":\"Öberg vill\"}".formatted(caseNumber.toLowerCase(Locale.ROOT)));

        assertThat(read(COACH, address()))
                .contains("\"content\":{\"note\":\"[skyddat] mår bra\",\"outcome\":\"held\"}");
        assertThat(jdbc.sql("select content ->> 'purpose' from start_draft")
                        .query(String.class)
                        .single())
                .isEqualTo("[skyddat] vill");
    }

    @Test
    void onlyTheAssigneeReadsSavesOrDiscardsADraft() throws Exception {
        tasks.addCandidateUser(task, OTHER);
        save(COACH, address(), DRAFT);
        for (String user : List.of(OTHER, LEAD, "handlaggare.fk", "styrgrupp1", "admin")) {
            assertThat(read(user, address())).as(user).isEqualTo("{}");
            assertThat(save(user, address(), DRAFT)).as(user).isEqualTo(404);
            assertThat(logIn(user).send("DELETE", address(), "").statusCode()).isEqualTo(200);
        }
        Visit stranger = new Visit(port);
        stranger.get("camunda/app/welcome/default/");
        assertThat(stranger.get(address()).statusCode()).isEqualTo(401);
        assertThat(stranger.send("PUT", address(), DRAFT).statusCode()).isEqualTo(401);
        assertThat(stranger.get(start("samboradet")).statusCode()).isEqualTo(401);
        assertThat(read(COACH, address())).contains("Halvfärdigt");
    }

    @Test
    void aTaskThatIsOverAndOneThatNeverWasAreAnsweredAlike() throws Exception {
        save(COACH, address(), DRAFT);
        runtime.deleteProcessInstance(process, "over");
        assertThat(drafts()).as("went with the task").isZero();
        assertThat(read(COACH, address())).isEqualTo("{}");
        assertThat(save(COACH, address(), DRAFT)).isEqualTo(404);
        assertThat(save(COACH, "camunda/api/samsteg/draft/task/never", DRAFT)).isEqualTo(404);
    }

    @Test
    void whatTheFormHasNoPlaceForIsRefusedInSwedish() throws Exception {
        String tooLong = "{\"note\":\"" + "å".repeat(Content.LONGEST / 2) + "\"}";
        List<String> bodies = new ArrayList<>(List.of(
                "{\"madeUp\":\"x\"}",
                "[]",
                "\"note\"",
                "{\"note\":\"\\u0000\"}",
                "{\"note\":\"\\ud800\"}",
                "{\"note\":1e999}",
                "{\"note\":[[[[1]]]]}",
                tooLong));
        for (String body : bodies) {
            HttpResponse<byte[]> answer = logIn(COACH).send("PUT", address(), body);
            // Some of it the gate takes for nothing that a draft can be.
            assertThat(answer.statusCode()).as(body).isIn(400, 403);
            assertThat(new ObjectMapper()
                            .readTree(answer.body())
                            .path("message")
                            .asText())
                    .matches("(Utkastet|Det som skickades|Det här går inte) .*\\.");
        }
        assertThat(drafts()).isZero();
        String longest = "{\"note\":\"" + "å".repeat(Content.LONGEST / 2 - 10) + "\"}";
        assertThat(save(COACH, address(), longest)).isEqualTo(200);
    }

    @Test
    void theDraftGoesInTheTransactionThatCompletesTheTask() throws Exception {
        save(COACH, address(), DRAFT);
        transactions.executeWithoutResult(status -> {
            runtime.deleteProcessInstance(process, "is rolled back");
            assertThat(drafts()).isZero();
            status.setRollbackOnly();
        });
        assertThat(drafts()).isOne();
        world.completes(COACH, "userTask_holdTalk", caseNumber, talk());
        assertThat(drafts()).isZero();
    }

    private static Map<String, Object> talk() {
        return Map.of("outcome", "excused", "nextTalk", MONDAY.plusWeeks(1));
    }

    @Test
    void theNewAssigneeStartsEmptyAndIsTold() throws Exception {
        save(COACH, address(), DRAFT);
        tasks.setAssignee(task, OTHER);
        assertThat(jdbc.sql("select content from draft").query(String.class).optional())
                .isEmpty();
        assertThat(read(COACH, address())).isEqualTo("{}");
        assertThat(read(OTHER, address())).isEqualTo("{\"discarded\":true}");
        assertThat(save(OTHER, address(), "{\"note\":\"Mitt eget\"}")).isEqualTo(200);
        assertThat(read(OTHER, address())).contains("Mitt eget").doesNotContain("discarded");
        tasks.setAssignee(task, COACH);
        assertThat(read(COACH, address())).isEqualTo("{\"discarded\":true}");
    }

    @Test
    void whoGivesATaskBackAndTakesItAgainHasTheDraftAgain() throws Exception {
        save(COACH, address(), DRAFT);
        tasks.setAssignee(task, null);
        assertThat(read(COACH, address())).isEqualTo("{}");
        assertThat(save(COACH, address(), DRAFT)).isEqualTo(404);
        tasks.setAssignee(task, COACH);
        assertThat(read(COACH, address())).contains("Halvfärdigt");
        logIn(COACH).send("DELETE", address(), "");
        assertThat(drafts()).isZero();
    }

    /** The save has found the task open when the task is cancelled; its row must not stay behind. */
    @Test
    void aSaveThatIsUnderWayWhenTheTaskEndsLeavesNothing() throws Exception {
        CompletableFuture<Void> cancelling = transactions.execute(saving -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(task)
                    .query()
                    .listOfRows();
            jdbc.sql("""
                            insert into draft (task, holder, form, form_version, saved_at, content)
                            values (?, ?, 'coaching-talk', 'x', now(), '{}')""").params(task, COACH).update();
            CompletableFuture<Void> started =
                    CompletableFuture.runAsync(() -> runtime.deleteProcessInstance(process, "cancelled"));
            while (!started.isDone()
                    && owner.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                    .query(Integer.class)
                                    .single()
                            == 0) {
                Thread.onSpinWait();
            }
            return started;
        });
        cancelling.get(30, TimeUnit.SECONDS);
        assertThat(drafts()).isZero();
    }

    @Test
    void aStartFormsDraftIsTheUsersUntilItIsSentThrownAwayOrAWeekOld() throws Exception {
        String address = start("rectification");
        String request = "{\"caseNumber\":\"SB-20\"}";
        assertThat(save(COACH, address, request)).isEqualTo(200);
        assertThat(read(COACH, address)).contains("SB-20");
        assertThat(read(LEAD, address)).isEqualTo("{}");
        assertThat(save("styrgrupp1", address, request))
                .as("who may not start it")
                .isEqualTo(404);
        logIn(COACH).send("DELETE", address, "");
        assertThat(drafts()).isZero();

        save(COACH, address, request);
        save(LEAD, address, request);
        world.starts(COACH, "rectification", Map.of("caseNumber", caseNumber));
        assertThat(jdbc.sql("select holder from start_draft")
                        .query(String.class)
                        .list())
                .as("the other's was sent")
                .containsExactly(LEAD);

        world.passes(Period.ofDays(6));
        starts.discardOld();
        assertThat(drafts()).isOne();
        world.passes(Period.ofDays(1));
        assertThat(read(LEAD, address)).isEqualTo("{}");
        starts.discardOld();
        assertThat(drafts()).isZero();
    }

    @Test
    void aDraftGoesWithItsCase() throws Exception {
        save(COACH, address(), DRAFT);
        jdbc.sql("delete from case_file where case_number = ?")
                .param(caseNumber)
                .update();
        assertThat(drafts()).isZero();
    }

    @Test
    void everyViewOfADraftIsInTheLog() throws Exception {
        owner.sql("truncate log.access_log").update();
        read(COACH, address());
        save(COACH, address(), DRAFT);
        read(COACH, address());
        assertThat(jdbc.sql("select what || ' ' || which || ' ' || case_number from log.access_log")
                        .query(String.class)
                        .list())
                .containsExactly("draft coaching-talk " + caseNumber);
    }
}

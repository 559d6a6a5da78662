package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.admission.Admission;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;
import se.samsteg.programme.Programmes;

/** What the running application tells Cockpit's panel of places and queues, asked as a browser asks. */
@SamstegTest
class QueuePanelTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String PARENT = "25–45 år med försörjningsansvar för barn";
    private static final String BY_DATE = "Efter remissens datum";
    private static final String STRANGER = "lead.elsewhere";
    private static final String ELSEWHERE = "elsewhere";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    Admission admission;

    @Autowired
    Programmes programmes;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Visit visit;

    @BeforeEach
    void theQueueIsEmpty() {
        world.begin(MONDAY);
        visit = new Visit(port);
    }

    @AfterEach
    void theStrangerIsGone() {
        identity.deleteUser(STRANGER);
        identity.deleteTenant(ELSEWHERE);
    }

    private record Support(boolean childrenToSupport) {}

    private String referred(LocalDate day, boolean childrenToSupport) {
        String caseNumber = cases.open("coach1", day);
        jdbc.sql("update case_file set opened_on = ? where case_number = ?")
                .params(day, caseNumber)
                .update();
        cases.has(caseNumber, "referral-referral", new Support(childrenToSupport));
        return caseNumber;
    }

    private String seeksPlace(String caseNumber) {
        runtime.createProcessInstanceByKey("admission")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
        return caseNumber;
    }

    /** Cases that have every place of the programme. */
    private List<String> allPlacesTaken() {
        List<String> participants = new ArrayList<>();
        for (int n = 0; n < programmes.get("samboradet").places(); n++) {
            String participant = cases.open("coach1", MONDAY.minusYears(1));
            jdbc.sql("insert into place values ('samboradet', ?, ?)")
                    .params(participant, MONDAY.minusYears(1))
                    .update();
            participants.add(participant);
        }
        return participants;
    }

    private void logIn(String user) throws IOException, InterruptedException {
        visit.logIn(user);
    }

    private HttpResponse<byte[]> queue() throws IOException, InterruptedException {
        return visit.get("camunda/api/samsteg/queue");
    }

    private JsonNode samboradet() throws IOException, InterruptedException {
        return StreamSupport.stream(
                        new JsonMapper()
                                .readTree(queue().body())
                                .path("programmes")
                                .spliterator(),
                        false)
                .filter(queue -> queue.path("programme").asText().equals("SamBorådet"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnauthenticatedRequestIsRefusedAndNotCached() throws Exception {
        seeksPlace(referred(MONDAY, false));

        var answer = queue();

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(text(answer)).startsWith("{\"type\":\"Refused\",");
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
    }

    @Test
    void theLeadSeesHowManyWaitForWhichTypeOfGroupAndSinceWhen() throws Exception {
        for (LocalDate since : List.of(MONDAY.minusWeeks(2), MONDAY.minusWeeks(5))) {
            jdbc.sql("""
                            insert into group_place (id, case_number, programme, type, waiting_since)
                            values (gen_random_uuid(), ?, 'samboradet', 'halsogrupp', ?)""").params(referred(since, false), since.atStartOfDay()).update();
        }
        logIn("projektledare1");

        assertThat(samboradet().path("groups").toString())
                .isEqualTo("[{\"type\":\"Hälsogrupp\",\"waiting\":2,\"since\":\"2026-10-19\"},"
                        + "{\"type\":\"Aktivitetsgrupp\",\"waiting\":0,\"since\":null}]");
    }

    @Test
    void theLeadSeesTheEmployersOfTheAssociationWithContactAndPlacementsSoFar() throws Exception {
        jdbc.sql("""
                        insert into employer (id, tenant, name, contact_name, contact_phone, contact_on)
                        values (gen_random_uuid(), 'botkyrka', 'Plantskolan', 'Eva Ek', '08-123 45 67', '2026-11-02'),
                        (gen_random_uuid(), 'stockholm', 'Bageriet', null, null, null)""").update();
        jdbc.sql("""
                        insert into placement (id, case_number, type, employer_id, employer, supervisor, extent_percent,
                        found_by_participant, starts_on) select gen_random_uuid(), ?, 'practice', id, name, 'Bo', 50, false,
                        '2026-11-09' from employer where name = 'Plantskolan'""").param(cases.open("coach1", MONDAY)).update();
        logIn("projektledare1");

        assertThat(new JsonMapper().readTree(queue().body()).path("employers").toString())
                .isEqualTo("[{\"name\":\"Plantskolan\",\"contactName\":\"Eva Ek\",\"contactPhone\":\"08-123 45 67\","
                        + "\"contactEmail\":null,\"placements\":1,\"latest\":\"2026-11-09\"}]");
    }

    @Test
    void theLeadSeesWhichCohortsThereAreAndHowManyAreLeft() throws Exception {
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, first_day, planned, maximum,
                          cohort_from, cohort_to)
                        values ('G-2026-900', 'samboradet', 'halsogrupp', false, 'gruppcoach1', '2026-10-05', 10, 12,
                          '2026-10-01', '2028-03-01')""").update();
        for (int seat = 1; seat <= 3; seat++) {
            jdbc.sql("""
                            insert into group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on)
                            values (gen_random_uuid(), ?, 'samboradet', 'halsogrupp', now(), 'G-2026-900', ?, '2026-10-05')""").params(cases.open("coach1", MONDAY), seat).update();
        }
        jdbc.sql("update case_file set closed_on = ? where case_number = (select min(case_number) from group_place)")
                .param(MONDAY)
                .update();
        logIn("projektledare1");

        assertThat(samboradet().path("cohorts").toString())
                .isEqualTo("[{\"group\":\"G-2026-900\",\"from\":\"2026-10-01\",\"to\":\"2028-03-01\","
                        + "\"members\":3,\"remaining\":2}]");
    }

    @Test
    void aCoachIsToldNothing() throws Exception {
        logIn("coach1");

        var answer = queue();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).startsWith("{\"type\":\"Refused\",");
    }

    @Test
    void theLeadSeesPlacesTakenAndAnEmptyQueue() throws Exception {
        seeksPlace(referred(MONDAY, false));
        logIn("projektledare1");

        var answer = queue();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(samboradet().path("taken").asInt()).isEqualTo(1);
        assertThat(samboradet().path("places").asInt()).isEqualTo(50);
        assertThat(samboradet().path("waiting")).isEmpty();
    }

    @Test
    void theLeadSeesWhoWaitsSinceWhenAndWhyInThatOrderAndNoNames() throws Exception {
        allPlacesTaken();
        String other = seeksPlace(referred(MONDAY.minusDays(30), false));
        world.passesTo(MONDAY.plusDays(10));
        String parent = seeksPlace(referred(MONDAY.plusDays(3), true));
        world.passesTo(MONDAY.plusDays(12));
        logIn("projektledare1");

        assertThat(samboradet().path("taken").asInt()).isEqualTo(50);
        assertThat(samboradet().path("waiting"))
                .isEqualTo(new JsonMapper().readTree("""
                [{"caseNumber": "%s", "referredOn": "2026-11-26", "since": "2026-12-03", "days": 2, "reason": "%s"},
                 {"caseNumber": "%s", "referredOn": "2026-10-24", "since": "2026-11-23", "days": 12, "reason": "%s"}]
                """.formatted(parent, PARENT, other, BY_DATE)));
        assertThat(samboradet().toString()).doesNotContain("Åsa", "Öberg");
    }

    @Test
    void theQueueIsShownInTheOrderInWhichPlacesAreOffered() throws Exception {
        List<String> participants = allPlacesTaken();
        seeksPlace(referred(MONDAY, false));
        seeksPlace(referred(MONDAY, false));
        seeksPlace(referred(MONDAY.minusDays(30), false));
        seeksPlace(referred(MONDAY, true));
        seeksPlace(referred(MONDAY.minusDays(1), true));
        logIn("projektledare1");

        List<String> shown = samboradet().path("waiting").findValuesAsText("caseNumber");
        List<String> offered = new ArrayList<>();
        for (String participant : participants.subList(0, shown.size())) {
            transaction.executeWithoutResult(status -> admission.freePlace(participant));
            tasks.createTaskQuery().taskDefinitionKey("userTask_summon").list().stream()
                    .map(task -> (String) tasks.getVariable(task.getId(), "caseNumber"))
                    .filter(called -> !offered.contains(called))
                    .forEach(offered::add);
        }

        assertThat(shown).hasSize(5).isEqualTo(offered);
        assertThat(samboradet().path("waiting")).isEmpty();
    }

    /** A newer version of the model is made up: only the note about it counts here. */
    private String staysOnItsVersion(String tenant) {
        String caseNumber = seeksPlace(referred(MONDAY, false));
        jdbc.sql("""
                        insert into migration (instance, to_version, process, from_version, case_number, tenant, state,
                          reason, detail, at)
                        select id_::uuid, 99, 'admission', 1, business_key_, ?, 'kept', 'NO_PLACE', 'userTask_x: no', now()
                        from act_ru_execution where business_key_ = ? and parent_id_ is null""").params(tenant, caseNumber).update();
        return caseNumber;
    }

    @Test
    void theLeadSeesWhichCasesFollowAnEarlierVersionAndWhy() throws Exception {
        String stays = staysOnItsVersion("botkyrka");
        staysOnItsVersion(ELSEWHERE);
        logIn("projektledare1");

        JsonNode earlier = new JsonMapper().readTree(queue().body()).path("earlier");

        assertThat(earlier).hasSize(1);
        assertThat(earlier.get(0).path("about").asText()).isEqualTo(stays);
        assertThat(earlier.get(0).path("process").asText()).isEqualTo("Antagning");
        assertThat(earlier.get(0).path("reason").asText())
                .isEqualTo("Steget där ärendet står finns inte i den nya versionen.");
        assertThat(earlier.get(0).path("detail").asText()).isEqualTo("userTask_x: no");
    }

    @Test
    void aProcessThatHasEndedIsNotListed() throws Exception {
        String ended = staysOnItsVersion("botkyrka");
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ended)
                        .singleResult()
                        .getId(),
                "the test ends it");
        logIn("projektledare1");

        assertThat(new JsonMapper().readTree(queue().body()).path("earlier")).isEmpty();
    }

    @Test
    void theLeadOfAnotherAssociationDoesNotSeeTheProgramme() throws Exception {
        seeksPlace(referred(MONDAY, false));
        identity.saveTenant(identity.newTenant(ELSEWHERE));
        var stranger = identity.newUser(STRANGER);
        stranger.setPassword("samsteg");
        identity.saveUser(stranger);
        identity.createMembership(STRANGER, "programme-lead");
        identity.createTenantUserMembership(ELSEWHERE, STRANGER);
        logIn(STRANGER);

        var answer = queue();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"programmes\":[],\"earlier\":[],\"staff\":[],\"employers\":[]}");
    }

    @Test
    void theLeadSeesTheRegisterOfStaff() throws Exception {
        logIn("projektledare1");

        JsonNode staff = new JsonMapper().readTree(queue().body()).path("staff");

        assertThat(staff.findValuesAsText("name"))
                .contains("Maria Ekström", "Helena Björk")
                .doesNotHaveDuplicates();
        assertThat(staff).contains(new JsonMapper().readTree("""
                {"name": "Maria Ekström", "roles": "Individcoach", "postPercent": 50, "languages": "svenska, spanska",
                 "phone": "08-465 004 01", "unit": null, "deputy": "Yusuf Öztürk"}"""));
    }

    @Test
    void cockpitKnowsThePanelAndServesItsFiles() throws Exception {
        logIn("projektledare1");

        assertThat(text(visit.get("camunda/app/cockpit/default/"))).contains("samsteg-queue");
        for (String file : List.of("plugin.js", "plugin.css")) {
            var answer = visit.get("camunda/api/cockpit/plugin/samsteg-queue/static/app/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(text(answer)).as(file).contains("samsteg-queue");
        }
    }
}

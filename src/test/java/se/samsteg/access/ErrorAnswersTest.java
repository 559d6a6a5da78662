package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.journey.World;

/** Every route in every way in which it refuses: the body of each refusal is one Swedish sentence. */
@SamstegTest
class ErrorAnswersTest {

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(the|not|is|does|has|with|user|task|exception|error|permission|found|null|invalid|cannot|forbidden|unauthorized|engine)\\b|[{}<>_]");

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Routes routes;

    private String task;

    @BeforeEach
    void aTaskOfTheCoach() {
        world.begin(LocalDate.of(2026, 11, 23));
        String caseNumber = cases.open("coach1", world.today());
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .get(0)
                .getId();
    }

    private List<String> paths(String line) {
        String path = line.split(" ")[1]
                .replaceFirst("/engine/engine/\\{[^}]*}", "/engine/engine/default")
                .replaceFirst("/plugin/base/\\{[^}]*}", "/plugin/base/default");
        String real = path.replaceFirst("/task/\\{[^}]*}", "/task/" + task);
        String madeUp = "\\{[^}]*}";
        return List.of(
                        path.replaceAll(madeUp, new UUID(0, 0).toString()),
                        real.replaceAll(madeUp, "x"),
                        path.replace("/default/", "/other/").replaceAll(madeUp, "y"))
                .stream()
                .distinct()
                .map(one -> "camunda/api" + one)
                .toList();
    }

    @Test
    void everyRefusalIsOneSwedishSentence() throws Exception {
        Map<String, Visit> visits = new TreeMap<>();
        for (String user : List.of("", "styrgrupp1", "handlaggare.af", "coach1", "projektledare1", "admin")) {
            Visit visit = new Visit(port);
            if (!user.isEmpty()) {
                visit.logIn(user);
            }
            visit.get("camunda/app/welcome/default/");
            visits.put(user, visit);
        }
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (var visit : visits.entrySet()) {
            List<String> all = new ArrayList<>(
                    routes.all().stream().map(Routes.Route::line).toList());
            all.add("GET /engine/engine/{engine}/history/task");
            all.add("POST /admin/setup/default/user/create");
            for (String line : all) {
                String method = line.split(" ")[0];
                if (line.contains("/logout") || method.equals("OPTIONS")) {
                    continue;
                }
                for (String path : paths(line)) {
                    for (String body : List.of("{}", "{\"a\":", "{\"variables\":{\"x\":{\"value\":1}}}")) {
                        HttpResponse<byte[]> answer = visit.getValue().send(method, path, body);
                        if (answer.statusCode() >= 400) {
                            refused++;
                            String text = Visit.text(answer);
                            if (!plain(text)) {
                                wrong.add(visit.getKey() + " " + method + " " + path + ": " + answer.statusCode() + " "
                                        + text);
                            }
                        }
                        if (method.equals("GET")) {
                            break; // has no body
                        }
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(1000);
        assertThat(wrong).isEmpty();
    }

    private static boolean plain(String text) {
        try {
            JsonNode said = JSON.readTree(text);
            String message = said.path("message").asText();
            return said.size() == 2
                    && said.path("type").asText().equals("Refused")
                    && message.endsWith(".")
                    && !ENGLISH.matcher(message).find();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return false;
        }
    }

    @Test
    void aRequestWithoutItsTokenIsRefusedInSwedishToo() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port
                                        + "/camunda/api/engine/engine/default/task/" + task + "/claim"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(401, 403);
        assertThat(plain(answer.body())).as(answer.body()).isTrue();
    }

    @Test
    void aLinkThatLeadsNowhereIsAPage() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + port + "/camunda/api/samsteg/extract/SB-2001-0001"))
                                .header("Accept", "text/html,application/xhtml+xml")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("Du är inte inloggad");
    }
}

package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.journey.World;

/**
 * Asks every route of the running application as somebody of every role, about a case that is the asker's, a colleague's,
 * another authority's, another association's, and one that has ended; and compares who is answered with the table
 * {@code access/matrix.txt}. A route that is new, or answers somebody else than before, fails here until the table says
 * so. What was answered is in {@code target/matrix.txt}: read the difference before it becomes the table.
 */
@SamstegTest
class RouteMatrixTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String TABLE = "access/matrix.txt";
    private static final String NOBODY = "nobody";

    /** The case's caseworker is handlaggare.fk, its coach coach1; fk2 is the caseworker's colleague. */
    private static final List<String> ASKERS = List.of(
            NOBODY,
            "styrgrupp1",
            "handlaggare.af",
            "handlaggare.soc",
            "handlaggare.region",
            "fk2",
            "lead.stockholm",
            "ledamot.soc",
            "coach2",
            "gruppcoach1",
            "arbetsterapeut1",
            "konsulent1",
            "admin",
            "projektledare1",
            "handlaggare.fk",
            "coach1");

    /** What the gate says of a body that it does not take. */
    private static final Set<String> NOT_TAKEN =
            Set.of("Det som skickades kunde inte läsas.", "Det som skickades har fel format.");

    @Autowired
    ServletContext server;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping own;

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    Routes routes;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private Subject running;
    private Subject ended;

    /** What a route is asked about. */
    private record Subject(String name, String caseNumber, String task, String instance) {}

    private static final Subject NEVER =
            new Subject("never", "SB-2001-0001", new UUID(0, 0).toString(), new UUID(0, 1).toString());

    @BeforeEach
    void twoCasesAndSomebodyOfEveryRole() throws Exception {
        world.begin(TODAY);
        if (identity.createTenantQuery().tenantId("stockholm").count() == 0) {
            identity.saveTenant(identity.newTenant("stockholm"));
        }
        account("fk2", "caseworker-fk", "botkyrka");
        account("lead.stockholm", "programme-lead", "stockholm");
        running = coached("running");
        ended = coached("ended");
        runtime.deleteProcessInstance(ended.instance(), "ended");
        jdbc.sql("update case_file set closed_on = ? where case_number = ?")
                .params(TODAY, ended.caseNumber())
                .update();
        for (String asker : ASKERS) {
            Visit visit = new Visit(port);
            visits.put(asker, visit);
            if (!asker.equals(NOBODY)) {
                visit.logIn(asker).get("camunda/app/welcome/default/");
            }
        }
    }

    @AfterEach
    void theOthersAreGone() {
        identity.deleteUser("fk2");
        identity.deleteUser("lead.stockholm");
        identity.deleteTenant("stockholm");
    }

    private void account(String id, String group, String tenant) {
        var user = identity.newUser(id);
        user.setPassword("samsteg");
        identity.saveUser(user);
        identity.createMembership(id, group);
        identity.createTenantUserMembership(tenant, id);
    }

    private Subject coached(String name) {
        String caseNumber = cases.open("coach1", TODAY);
        String instance = runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber))
                .getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult()
                .getId();
        return new Subject(name, caseNumber, task, instance);
    }

    @Test
    void everyRouteAnswersWhomTheTableNamesAndNobodyElse() throws Exception {
        Map<String, String> answered = new TreeMap<>();
        for (String route : ExistingRoutes.of(server, own)) {
            String[] parts = route.split(" ");
            if (!open(parts[0], parts[1])) {
                answered.put(route, "closed");
                assertThat(whoIsAnswered(route, running)).as(route).isEmpty();
            } else if (ofACase(parts[1])) {
                for (Subject subject : List.of(running, ended)) {
                    answered.put(route + " " + subject.name(), String.join(" ", whoIsAnswered(route, subject)));
                }
            } else {
                answered.put(route, String.join(" ", whoIsAnswered(route, running)));
            }
        }
        List<String> lines = answered.entrySet().stream()
                .map(row -> (row.getKey() + " = " + row.getValue()).strip())
                .toList();
        Files.write(Path.of("target/matrix.txt"), lines);
        assertThat(broken).isEmpty();
        assertThat(lines)
                .as("target/matrix.txt against src/test/resources/%s", TABLE)
                .isEqualTo(new ClassPathResource(TABLE)
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    @Test
    void nothingIsLetThroughThatDoesNotExist() {
        SortedSet<String> existing = ExistingRoutes.of(server, own);
        Set<String> unknown =
                routes.all().stream().map(Routes.Route::line).collect(Collectors.toCollection(TreeSet::new));
        unknown.removeIf(
                line -> line.startsWith("OPTIONS ") || existing.stream().anyMatch(route -> same(route, line)));
        assertThat(unknown).isEmpty();
    }

    private static boolean same(String existing, String line) {
        String pattern =
                "\\Q" + line.replace(" ", " " + Routes.BASE).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E";
        return existing.matches(pattern) || existing.contains("/static/") && line.contains("/static/");
    }

    private boolean open(String method, String path) {
        return !path.startsWith(Routes.BASE)
                || listed(method, concrete(path, running)).isPresent();
    }

    private Optional<Routes.Route> listed(String method, String path) {
        return path.startsWith(Routes.BASE)
                ? routes.find(method, path.substring(Routes.BASE.length()), Set.of("cockpit", "admin"))
                : Optional.empty();
    }

    private static boolean ofACase(String path) {
        return path.contains("/task/{x}")
                || path.contains("/process-instance/{x}")
                || path.endsWith("/samsteg/case")
                || path.contains("/samsteg/document/")
                || path.contains("/samsteg/readers/")
                || path.contains("/samsteg/extract/")
                || path.contains("/arende/");
    }

    private List<String> whoIsAnswered(String route, Subject subject) throws Exception {
        String[] parts = route.split(" ");
        List<String> answered = new ArrayList<>();
        for (var visit : visits.entrySet()) {
            String asker = visit.getKey();
            HttpResponse<byte[]> answer = ask(visit.getValue(), parts[0], parts[1], subject);
            if (answer.statusCode() >= 500) {
                broken.add(route + " asked by " + asker + ": " + Visit.text(answer));
                continue;
            }
            if (!nothing(answer) && !(ofACase(parts[1]) && same(answer, subject, madeUp(visit.getValue(), parts)))) {
                answered.add(asker);
            }
            if (subject == running && parts[1].contains("/task/{x}/")) {
                tasks.setAssignee(subject.task(), "coach1");
            }
            if (parts[1].endsWith("/user/create")) {
                identity.deleteUser("x");
            }
            if (parts[1].contains("/logout") && !asker.equals(NOBODY)) {
                visit.getValue().logIn(asker).get("camunda/app/welcome/default/");
            }
        }
        return answered;
    }

    /** What the same asker reads about something that was never there. */
    private HttpResponse<byte[]> madeUp(Visit visit, String[] route) throws Exception {
        return ask(visit, route[0], route[1], NEVER);
    }

    /** Of a page, where it is; its text has numbers that are used once. */
    private static boolean same(HttpResponse<byte[]> answer, Subject subject, HttpResponse<byte[]> madeUp) {
        boolean page = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        return page
                ? answer.uri()
                        .toString()
                        .replace(subject.caseNumber(), NEVER.caseNumber())
                        .equals(madeUp.uri().toString())
                : Visit.text(answer)
                        .replace(subject.task(), NEVER.task())
                        .replace(subject.instance(), NEVER.instance())
                        .replace(subject.caseNumber(), NEVER.caseNumber())
                        .equals(Visit.text(madeUp));
    }

    private HttpResponse<byte[]> ask(Visit visit, String method, String route, Subject subject) throws Exception {
        String path = concrete(route, subject);
        String query = path.endsWith("/samsteg/case") ? "?taskId=" + subject.task() : "";
        boolean takesBody = listed(method, path).map(Routes.Route::body).isPresent();
        return takesBody
                ? visit.send(method, path.substring(1) + query, body(path, visit))
                : visit.send(method, path.substring(1) + query, null, null);
    }

    /** The least that the route takes. */
    private String body(String path, Visit visit) {
        return switch (path.replaceFirst(".*/", "")) {
            case "retries" -> "{\"retries\":1}";
            case "claim", "assignee" -> "{\"userId\":\"%s\"}".formatted(asker(visit));
            case "create" -> "{\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"x\"}}";
            case "profile" -> "{\"id\":\"x\"}";
            case "credentials" -> "{\"password\":\"x\"}";
            default -> "{}";
        };
    }

    private String asker(Visit visit) {
        return visits.entrySet().stream()
                .filter(entry -> entry.getValue() == visit)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Refused, or an answer as if there were nothing. */
    private static boolean nothing(HttpResponse<byte[]> answer) {
        String text = Visit.text(answer);
        return Set.of(401, 403, 404, 405).contains(answer.statusCode())
                || Set.of("[]", "{}", "{\"count\":0}").contains(text)
                || text.contains("Det du bad om finns inte")
                // The gate, which has not asked anything.
                || NOT_TAKEN.stream().anyMatch(text::contains)
                // A new password is refused to whoever does not give the own one, whose it ever was to be.
                || text.contains("Lösenordet är fel.");
    }

    private String concrete(String path, Subject subject) {
        String known = path.replace("/engine/engine/{x}", "/engine/engine/default")
                .replace("/plugin/base/{x}", "/plugin/base/default")
                .replace("/auth/user/{x}", "/auth/user/default")
                .replace("/task/{x}", "/task/" + subject.task())
                .replace("/process-instance/{x}", "/process-instance/" + subject.instance())
                .replace("/samsteg/readers/{x}", "/samsteg/readers/" + subject.caseNumber())
                .replace("/samsteg/extract/{x}", "/samsteg/extract/" + subject.caseNumber())
                .replace("/samsteg/document/{x}/{x}", "/samsteg/document/" + subject.caseNumber() + "/referral-back")
                .replace("/arende/{x}", "/arende/" + subject.caseNumber())
                .replace("/dokument/{x}", "/dokument/referral-back")
                .replace("/filter/{x}", "/filter/" + allTasks())
                .replace(
                        "/process-definition/{x}",
                        "/process-definition/" + coaching().replace(":", "%3A"));
        return known.replace("{x}", "x");
    }

    private @Nullable String allTasks() {
        return filters.createTaskFilterQuery()
                .filterName("Alla uppgifter")
                .singleResult()
                .getId();
    }

    private String coaching() {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey("coaching")
                .latestVersion()
                .singleResult()
                .getId();
    }
}

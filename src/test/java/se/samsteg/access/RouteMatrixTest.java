package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Asks every route of the running application as a user of every role, about a case that is the asker's, a colleague's,
 * another authority's, another association's, and one that has ended; and compares who is answered with the table
 * {@code access/matrix.txt}. A route that is new, or answers other askers than before, fails here until the table says
 * so. What was answered is in {@code target/matrix.txt}: read the difference before it becomes the table. So it is with
 * who gives a task to whom, in {@code access/giving.txt}; bodies in another charset and criteria are tried by each role.
 */
@SamstegTest
class RouteMatrixTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String TABLE = "access/matrix.txt";
    private static final String GIVING = "access/giving.txt";
    private static final String ANONYMOUS = "nobody";

    /** The case's caseworker is handlaggare.fk, its coach coach1; fk2 is the caseworker's colleague. */
    private static final List<String> ASKERS = List.of(
            ANONYMOUS,
            "styrgrupp1",
            "handlaggare.af",
            "handlaggare.soc",
            "handlaggare.region",
            "fk2",
            "lead.stockholm",
            "sthlm.coach1",
            "sthlm.soc1",
            "sthlm.chef1",
            "sthlm.styrgrupp1",
            "ledamot.soc",
            "coach2",
            "gruppcoach1",
            "arbetsterapeut1",
            "konsulent1",
            "admin",
            "projektledare1",
            "handlaggare.fk",
            "coach1");

    /** One of each role. */
    private static final List<String> ONE_OF_EACH = List.of(
            ANONYMOUS,
            "styrgrupp1",
            "handlaggare.fk",
            "ledamot.soc",
            "gruppcoach1",
            "arbetsterapeut1",
            "konsulent1",
            "admin",
            "projektledare1",
            "coach1");

    /** Values among which is one for each kind that a criterion may be of. */
    private static final List<String> VALUES =
            List.of("true", "1", "\"2026-11-23\"", "\"\"", "[]", "[\"x\"]", "[{}]", "{}", "\"asc\"", "\"desc\"");

    private static final JsonMapper JSON = new JsonMapper();

    /** All that some list of bodies.yml may be sorted by. */
    private static final Set<String> SORTINGS = sortings();

    private static Set<String> sortings() {
        try {
            Set<String> words = new TreeSet<>();
            new YAMLMapper()
                    .readTree(new ClassPathResource("access/bodies.yml").getInputStream())
                    .forEach(shape -> Stream.of("sortBy", "sortBy!")
                            .map(key -> shape.path(key).asText())
                            .forEach(some -> words.addAll(List.of(some.split("\\|")))));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
    void twoCasesAndAUserOfEveryRole() throws Exception {
        world.begin(TODAY);
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
            if (!asker.equals(ANONYMOUS)) {
                visit.logIn(asker).get("camunda/app/welcome/default/");
            }
        }
    }

    @AfterEach
    void theOthersAreGone() {
        identity.deleteUser("fk2");
        identity.deleteUser("lead.stockholm");
    }

    private void account(String id, String group, String tenant) {
        var user = identity.newUser(id);
        user.setPassword("samsteg");
        identity.saveUser(user);
        identity.createMembership(id, group);
        identity.createTenantUserMembership(tenant, id);
    }

    private Subject coached(String name) {
        return coached(name, cases.open("coach1", TODAY));
    }

    private Subject coached(String name, String caseNumber) {
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
    void everyRouteAnswersExactlyTheAskersOfTheTable() throws Exception {
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
        assertThat(broken).isEmpty();
        compare(lines, TABLE);
    }

    /** The other way round: the case is Stockholm's. */
    @Test
    void noUserOfBotkyrkaIsAnsweredAboutACaseOfStockholm() throws Exception {
        Subject stockholms = coached("stockholm", cases.openIn("ama", "sthlm.soc1", "soc", "sthlm.coach1", TODAY));
        List<String> theirs =
                List.of("lead.stockholm", "sthlm.coach1", "sthlm.soc1", "sthlm.chef1", "sthlm.styrgrupp1");
        // Before a lead takes the task from the coach.
        assertThat(whoIsAnswered("GET /camunda/api/samsteg/case", stockholms))
                .as("its own do read it")
                .contains("sthlm.coach1");
        int asked = 0;
        for (String route : ExistingRoutes.of(server, own)) {
            String[] parts = route.split(" ");
            if (open(parts[0], parts[1]) && ofACase(parts[1])) {
                asked++;
                assertThat(whoIsAnswered(route, stockholms)).as(route).isSubsetOf(theirs);
            }
        }
        assertThat(asked).isGreaterThan(20);
        assertThat(broken).isEmpty();
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

    private Visit visit(String asker) {
        return Objects.requireNonNull(visits.get(asker));
    }

    private void compare(List<String> lines, String table) throws Exception {
        Files.write(Path.of("target", table.substring(table.indexOf('/') + 1)), lines);
        assertThat(lines)
                .as("target against src/test/resources/%s", table)
                .isEqualTo(new ClassPathResource(table)
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    @Test
    void noRouteTakesABodyInAnotherCharsetFromAnyAsker() throws Exception {
        for (String route : ExistingRoutes.of(server, own)) {
            String[] parts = route.split(" ");
            String path = concrete(parts[1], running);
            Optional<Body> body = listed(parts[0], path).map(Routes.Route::body);
            if (body.isEmpty() || body.get().shape() == null) {
                continue;
            }
            for (String asker : ONE_OF_EACH) {
                for (String charset : List.of("Shift_JIS", "UTF-16")) {
                    byte[] sent = body(path, visit(asker)).getBytes(charset);
                    int status = visit(asker)
                            .send(parts[0], path.substring(1), "application/json; charset=" + charset, sent)
                            .statusCode();
                    assertThat(status)
                            .as("%s in %s, asked by %s", route, charset, asker)
                            .isIn(asker.equals(ANONYMOUS) ? Set.of(401, 403) : refusals(parts[0], path, asker));
                }
            }
        }
    }

    /** 415; where the application that the route belongs to is not the asker's, the asker is not even told that. */
    private Set<Integer> refusals(String method, String path, String asker) {
        String application = listed(method, path).map(Routes.Route::application).orElse(null);
        boolean theirs = application == null
                || application.equals(
                        asker.equals("admin") ? "admin" : asker.equals("projektledare1") ? "cockpit" : "");
        return Set.of(theirs ? 415 : 403);
    }

    @Test
    void tasksAreAssignedOnlyByAndToTheUsersOfTheTable() throws Exception {
        tasks.addCandidateGroup(running.task(), "conference");
        List<String> holders = new ArrayList<>(ASKERS);
        holders.add("no.such.user");
        List<String> lines = new ArrayList<>();
        for (String route : ExistingRoutes.of(server, own)) {
            String[] parts = route.split(" ");
            String path = concrete(parts[1], running);
            Optional<Body> body = listed(parts[0], path).map(Routes.Route::body);
            if (body.isEmpty() || body.get().shape() == null || !takesAHolder(body.get())) {
                continue;
            }
            for (String before : List.of("coach1", "")) {
                for (String holder : holders) {
                    lines.add("%s %s to %s = %s"
                            .formatted(
                                    route,
                                    before.isEmpty() ? "free" : "held",
                                    holder,
                                    String.join(" ", whoGives(parts, before.isEmpty() ? null : before, holder)))
                            .strip());
                }
            }
        }
        tasks.setAssignee(running.task(), "coach1");
        assertThat(broken).isEmpty();
        compare(lines, GIVING);
    }

    private static boolean takesAHolder(Body body) throws Exception {
        Shapes.Shape shape = Objects.requireNonNull(body.shape());
        return shape.anew(JSON.readTree("{\"userId\":\"x\"}")) != null && shape.anew(JSON.readTree("{}")) == null;
    }

    private List<String> whoGives(String[] route, @Nullable String before, String holder) throws Exception {
        List<String> giving = new ArrayList<>();
        for (var visit : visits.entrySet()) {
            tasks.setAssignee(running.task(), before);
            int status = visit.getValue()
                    .send(route[0], concrete(route[1], running).substring(1), "{\"userId\":\"%s\"}".formatted(holder))
                    .statusCode();
            String after = tasks.createTaskQuery()
                    .taskId(running.task())
                    .singleResult()
                    .getAssignee();
            boolean given = status < 300;
            if (status >= 500 || !Objects.equals(after, given ? holder : before)) {
                broken.add("%s to %s by %s: %d, then held by %s"
                        .formatted(String.join(" ", route), holder, visit.getKey(), status, after));
            }
            if (given) {
                giving.add(visit.getKey());
            }
        }
        return giving;
    }

    @Test
    void noCriterionAnswersAnAskerWhomTheRouteItselfDoesNotAndOthersAreRefused() throws Exception {
        Map<String, Shapes.Shape> searches = new TreeMap<>();
        for (String route : ExistingRoutes.of(server, own)) {
            String[] parts = route.split(" ");
            Optional<Body> body = listed(parts[0], concrete(parts[1], running)).map(Routes.Route::body);
            if (parts[0].equals("POST") && body.isPresent() && isASearch(body.get())) {
                searches.put(route, Objects.requireNonNull(body.get().shape()));
            }
        }
        assertThat(searches).hasSizeGreaterThan(8);
        Set<String> all = new TreeSet<>(Set.of("variables", "assigneeExpression", "tenantIdIn", "nameLikeIgnoreCase"));
        searches.values().forEach(shape -> all.addAll(shape.rules().keySet()));
        Set<String> asked = new TreeSet<>();
        for (var search : searches.entrySet()) {
            String[] parts = search.getKey().split(" ");
            List<String> answered = whoIsAnswered(search.getKey(), running);
            for (String key : all) {
                List<String> allowed = allowed(search.getValue(), key);
                for (String criterion : allowed.isEmpty() ? List.of("{\"%s\":\"x\"}".formatted(key)) : allowed) {
                    asked.add((allowed.isEmpty() ? "refused " : "allowed ") + parts[1] + " " + criterion);
                    for (String asker : ONE_OF_EACH) {
                        HttpResponse<byte[]> answer = visit(asker)
                                .send(parts[0], concrete(parts[1], running).substring(1), criterion);
                        String what = "%s %s asked by %s".formatted(search.getKey(), criterion, asker);
                        if (allowed.isEmpty()) {
                            assertThat(answer.statusCode())
                                    .as(what)
                                    .isIn(asker.equals(ANONYMOUS) ? Set.of(401, 403) : Set.of(403));
                        } else if (!answered.contains(asker)) {
                            assertThat(answer.statusCode() == 400 || nothing(answer))
                                    .as(what + " " + Visit.text(answer))
                                    .isTrue();
                        } else {
                            assertThat(answer.statusCode()).as(what).isLessThan(500);
                        }
                    }
                }
            }
        }
        assertThat(asked.stream().filter(one -> one.startsWith("allowed"))).hasSizeGreaterThan(60);
    }

    /** What is asked for may be narrowed, and need not be. */
    private static boolean isASearch(Body body) throws Exception {
        return body.shape() != null
                && !body.shape().rules().isEmpty()
                && !body.shape().rules().containsKey("variables")
                && !body.shape().rules().containsKey("*")
                && body.shape().anew(JSON.readTree("{}")) != null;
    }

    /** Bodies with the one criterion that the shape allows: each word, if it may only be one of some. */
    private static List<String> allowed(Shapes.Shape shape, String key) throws Exception {
        List<String> taken = new ArrayList<>();
        if (!shape.rules().containsKey(key)) {
            return taken;
        }
        List<String> values = new ArrayList<>(List.of("\"x\""));
        values.addAll(VALUES);
        for (String word : SORTINGS) {
            values.add("\"" + word + "\"");
            values.add("[{\"sortBy\":\"%s\",\"sortOrder\":\"asc\"}]".formatted(word));
        }
        for (String value : values) {
            String body = "{\"%s\":%s}".formatted(key, value);
            if (shape.anew(JSON.readTree(body)) != null) {
                taken.add(body);
                if (value.equals("\"x\"")) {
                    return taken;
                }
            }
        }
        assertThat(taken).as(key).isNotEmpty();
        return taken;
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
                || path.endsWith("/samsteg/review")
                || path.contains("/samsteg/document/")
                || path.contains("/samsteg/readers/")
                || path.contains("/samsteg/case/")
                || path.contains("/samsteg/development/")
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
            if (parts[1].contains("/logout") && !asker.equals(ANONYMOUS)) {
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
        boolean page = answer.statusCode() == madeUp.statusCode()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
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
        String query = path.matches(".*/samsteg/(case|review)") ? "?taskId=" + subject.task() : "";
        Optional<Body> body = listed(method, path).map(Routes.Route::body);
        if (body.isPresent() && body.get().shape() == null && !body.get().isForm()) {
            return visit.send(
                    method, path.substring(1) + query, body.get().type().toString(), new byte[0]);
        }
        return body.isPresent()
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
                || Set.of("[]", "{}", "{\"count\":0}", "{\"programmes\":[],\"earlier\":[],\"staff\":[]}")
                        .contains(text)
                || text.contains("Det du bad om finns inte")
                // The gate, which has not asked anything.
                || NOT_TAKEN.stream().anyMatch(text::contains)
                // A password change without the asker's own password, for every account alike.
                || text.contains("Lösenordet är fel.");
    }

    private String concrete(String path, Subject subject) {
        String known = path.replace("/engine/engine/{x}", "/engine/engine/default")
                .replace("/plugin/base/{x}", "/plugin/base/default")
                .replace("/auth/user/{x}", "/auth/user/default")
                .replace("/task/{x}", "/task/" + subject.task())
                .replace("/process-instance/{x}", "/process-instance/" + subject.instance())
                .replace("/samsteg/readers/{x}", "/samsteg/readers/" + subject.caseNumber())
                .replace("/samsteg/case/{x}", "/samsteg/case/" + subject.caseNumber())
                .replace("/samsteg/development/{x}", "/samsteg/development/" + subject.caseNumber())
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

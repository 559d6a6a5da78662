package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;

/** Camunda's interface answers what the web applications need and nothing else. */
@SamstegTest
class GateTest {

    private static final String ENGINE = "/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private String list;

    @BeforeEach
    void theLeadIsLoggedIn() {
        list = ENGINE + "/filter/"
                + filters.createTaskFilterQuery()
                        .filterName("Alla uppgifter")
                        .singleResult()
                        .getId() + "/list";
        logIn("projektledare1");
    }

    private void logIn(String user) {
        cookies.getCookieStore().removeAll();
        send("GET", "/camunda/app/welcome/default/", null, null);
        assertThat(send(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/welcome",
                        "application/x-www-form-urlencoded",
                        "username=" + user + "&password=samsteg"))
                .isEqualTo(200);
        // The login begins a new session, whose token comes with the next page.
        send("GET", "/camunda/app/welcome/default/", null, null);
    }

    private int send(String method, String path, @Nullable String type, @Nullable String body) {
        try {
            String token = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("X-XSRF-TOKEN", token)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (type != null) {
                request.header("Content-Type", type);
            }
            return browser.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int post(String path, String json) {
        return send("POST", "/camunda/api" + path, "application/json", json);
    }

    @Test
    void aListOfTasksIsAnsweredAndAnythingHiddenInItIsNot() {
        assertThat(post(
                        list + "?firstResult=0&maxResults=15",
                        "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}"))
                .isEqualTo(200);
        assertThat(post(list, "{\"processVariables\":[],\"orQueries\":[{\"nameLike\":\"%a%\"}]}"))
                .isEqualTo(200);

        assertThat(post(list, "{\"assigneeExpression\":\"${probe}\"}")).isEqualTo(403);
        assertThat(post(list, "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"x\"}]}]}"))
                .isEqualTo(403);
        assertThat(post(list + "?tenantIdIn=stockholm", "{}")).isEqualTo(403);
        assertThat(post(list, "{not json")).isEqualTo(400);
        assertThat(send("POST", "/camunda/api" + list, "text/plain", "{}")).isEqualTo(415);
        assertThat(post(list, "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")).isEqualTo(413);
    }

    @Test
    void whatTheSearchesOfTheWebApplicationsSendIsAnswered() {
        for (String body : List.of(
                "{}",
                "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],\"firstResult\":0,"
                        + "\"maxResults\":15,\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}],\"active\":true}",
                "{\"nameLike\":\"%talk%\",\"processInstanceBusinessKeyLike\":\"%SB-2026-0001%\",\"assigneeLike\":\"%coach%\"}",
                "{\"dueBefore\":\"2026-12-01T00:00:00.000+0100\",\"createdAfter\":\"2026-01-01T00:00:00.000+0100\"}",
                "{\"orQueries\":[{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],"
                        + "\"candidateGroup\":\"coach\",\"withoutDueDate\":true}]}")) {
            assertThat(post(list, body)).as(body).isEqualTo(200);
        }
        String cockpit = "/cockpit/plugin/base/default";
        for (String body : List.of(
                "{\"businessKey\":\"SB-2026-0001\",\"activityIdIn\":[],\"processDefinitionId\":\"coaching:1:a\"}",
                "{\"startedBefore\":\"2026-12-01T00:00:00.000+0100\",\"withIncident\":true}")) {
            assertThat(post(cockpit + "/process-instance/count", body)).as(body).isEqualTo(200);
            assertThat(post(
                            cockpit + "/process-instance?firstResult=0&maxResults=50&sortBy=startTime&sortOrder=desc",
                            body))
                    .as(body)
                    .isEqualTo(200);
        }
    }

    /** What an open task says about a participant could be found out by it, letter by letter. */
    @Test
    void noSearchAsksForWhatATaskHolds() {
        String variable = "[{\"name\":\"note\",\"operator\":\"like\",\"value\":\"a%\"}]";
        for (String path : List.of(
                list,
                list.replace("/list", "/count"),
                ENGINE + "/process-instance",
                ENGINE + "/process-instance/count",
                "/cockpit/plugin/base/default/process-instance",
                "/cockpit/plugin/base/default/process-instance/count",
                "/cockpit/plugin/base/default/process-definition/x/called-process-definitions",
                "/cockpit/plugin/base/default/process-instance/x/called-process-instances")) {
            for (String key : List.of("variables", "processVariables", "taskVariables", "caseInstanceVariables")) {
                assertThat(post(path, "{\"" + key + "\":" + variable + "}"))
                        .as(path + " " + key)
                        .isEqualTo(403);
                assertThat(post(path, "{\"orQueries\":[{\"" + key + "\":" + variable + "}]}"))
                        .as(path + " orQueries " + key)
                        .isEqualTo(403);
            }
            assertThat(
                            post(
                                    path,
                                    "{\"sorting\":[{\"sortBy\":\"executionVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"note\",\"type\":\"String\"}}]}"))
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/engine/engine/default/task/x/comment/create",
        "GET, /camunda/api/engine/engine/default/task/x/comment",
        "POST, /camunda/api/engine/engine/default/task/x/attachment/create",
        "POST, /camunda/api/engine/engine/default/filter/create",
        "PUT, /camunda/api/engine/engine/default/filter/x",
        "DELETE, /camunda/api/engine/engine/default/filter/x",
        "POST, /camunda/api/engine/engine/default/deployment/create",
        "GET, /camunda/api/engine/engine/default/deployment/x/resources/y/data",
        "POST, /camunda/api/engine/engine/default/migration/execute",
        "GET, /camunda/api/engine/engine/default/batch",
        "POST, /camunda/api/engine/engine/default/process-instance/x/modification",
        "PUT, /camunda/api/engine/engine/default/process-instance/x/variables/y",
        "PUT, /camunda/api/engine/engine/default/task/x/variables/y",
        "POST, /camunda/api/engine/engine/default/task/x/complete",
        "POST, /camunda/api/engine/engine/default/task/x/resolve",
        "POST, /camunda/api/engine/engine/default/task",
        "GET, /camunda/api/engine/engine/default/task?processVariables=health_eq_3",
        "POST, /camunda/api/engine/engine/default/process-definition/key/samboradet/start",
        "POST, /camunda/api/engine/engine/default/message",
        "POST, /camunda/api/engine/engine/default/execution",
        "POST, /camunda/api/engine/engine/default/variable-instance",
        "GET, /camunda/api/engine/engine/default/history/variable-instance",
        "GET, /camunda/api/engine/engine/default/history/task",
        "GET, /camunda/api/engine/engine/default/history/user-operation",
        "POST, /camunda/api/engine/engine/default/authorization/create",
        "GET, /camunda/api/engine/engine/default/task/x/form-variables?name=health",
        "GET, /camunda/api/something/new",
        "GET, /engine-rest/task",
        "TRACE, /camunda/api/engine/engine",
    })
    void requestsThatNoScreenNeedsAreRefusedToLeadAndAdministrator(String method, String path) {
        String json = method.equals("POST") || method.equals("PUT") ? "{}" : null;
        assertThat(send(method, path, json == null ? null : "application/json", json))
                .isIn(403, 404, 405);
        logIn("admin");
        assertThat(send(method, path, json == null ? null : "application/json", json))
                .isIn(403, 404, 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task;x=1/comment",
                "/camunda/api/engine/engine/default/filter/../task",
                "/camunda/api/engine/engine/default/%74ask",
                "/camunda/api/engine/engine/default//task",
                "/camunda/%61pi/engine/engine/default/task",
                "/camunda/app/../api/engine/engine/default/task",
                "/camunda//api/engine/engine/default/task",
                "/camunda/./api/engine/engine/default/task",
                "/camunda/api;x/engine/engine/default/task"
            })
    void aCrookedPathLeadsNowhere(String path) {
        assertThat(send("GET", path, null, null)).isIn(400, 403, 404);
    }

    @Test
    void noAdministratorIsMadeByTheSetUpEvenWhenThereIsNone() {
        identity.deleteMembership("admin", "camunda-admin");
        try {
            assertThat(
                            post(
                                    "/admin/setup/default/user/create",
                                    "{\"profile\":{\"id\":\"fel\",\"firstName\":\"F\",\"lastName\":\"F\"},\"credentials\":{\"password\":\"felfelfelfel\"}}"))
                    .isEqualTo(403);
        } finally {
            identity.createMembership("admin", "camunda-admin");
        }
        assertThat(identity.createUserQuery().userId("fel").count()).isZero();
    }
}

package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.form.Models.form;
import static se.samsteg.form.Models.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;

/** What Tasklist's own interface answers when a form is refused, in the running application. */
@SamstegTest
class FormRestTest {

    private static final String USER = "form.tester";

    private static final String NAME =
            "{\"type\":\"textfield\",\"key\":\"name\",\"label\":\"Namn\",\"validate\":{\"required\":true}}";

    private final ProcessEngine engine;
    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Deployment deployment;

    FormRestTest(@Autowired ProcessEngine engine, @LocalServerPort int port) {
        this.engine = engine;
        this.root = "http://localhost:" + port + "/camunda/";
        this.deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "processes/rest.bpmn",
                        process("""
                                        <bpmn:startEvent id="start" camunda:formRef="test-form" camunda:formRefBinding="deployment"/>
                                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                                        <bpmn:userTask id="task" camunda:formRef="test-form" camunda:formRefBinding="deployment" camunda:assignee="form.tester"/>
                                        """).replace("id=\"test\"", "id=\"test\" camunda:historyTimeToLive=\"P1D\""))
                .addString("forms/rest.form", form(NAME))
                .deploy();
    }

    @BeforeEach
    void logIn() throws Exception {
        var identity = engine.getIdentityService();
        var user = identity.newUser(USER);
        user.setPassword("Provning-2026!");
        identity.saveUser(user);
        identity.createTenantUserMembership("botkyrka", USER);
        grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(Resources.PROCESS_DEFINITION, "test", Permissions.READ, Permissions.CREATE_INSTANCE);
        grant(Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
        get("app/tasklist/default/");
        var answer = send(HttpRequest.newBuilder(URI.create(root + "api/admin/auth/user/default/login/tasklist"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + USER + "&password=Provning-2026!")));
        assertThat(answer.statusCode()).isEqualTo(200);
        // The session is a new one after the login, and its token comes with the next page.
        get("app/tasklist/default/");
    }

    @AfterEach
    void clear() {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        var authorizations = engine.getAuthorizationService();
        authorizations
                .createAuthorizationQuery()
                .userIdIn(USER)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        engine.getIdentityService().deleteUser(USER);
    }

    private void grant(Resources resource, String id, Permissions... permissions) {
        var grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(USER);
        grant.setResource(resource);
        grant.setResourceId(id);
        for (Permissions permission : permissions) {
            grant.addPermission(permission);
        }
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return browser.send(request.header("X-XSRF-TOKEN", token).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + "api/engine/engine/default/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private void assertAnswers400(String message, HttpResponse<String> response) throws IOException {
        JsonNode body = new JsonMapper().readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(body.path("message").asText()).isEqualTo(message);
    }

    @Test
    void everyOpenRouteAnswers400WithTheSwedishWordsAloneAndTheOthersAreClosed() throws Exception {
        String definition = "process-definition/"
                + engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("test")
                        .singleResult()
                        .getId()
                        .replace(":", "%3A")
                + "/";
        String missing = "Namn: fyll i fältet.";
        String wrong = "Namn: skriv en text.";
        assertAnswers400(missing, post(definition + "submit-form", "{\"variables\":{}}"));
        isClosed(post(definition + "start", "{}"));
        assertThat(post(definition + "submit-form", "{\"variables\":{\"name\":{\"value\":\"Anna\"}}}")
                        .statusCode())
                .isEqualTo(200);
        String task = "task/"
                + engine.getTaskService()
                        .createTaskQuery()
                        .taskAssignee(USER)
                        .singleResult()
                        .getId()
                + "/";
        assertAnswers400(missing, post(task + "submit-form", "{\"variables\":{\"name\":{\"value\":\"\"}}}"));
        assertAnswers400(wrong, post(task + "submit-form", "{\"variables\":{\"name\":{\"value\":17}}}"));
        isClosed(post(task + "complete", "{\"variables\":{\"name\":{\"value\":\"Anna\"}}}"));
        isClosed(post(task + "resolve", "{\"variables\":{\"name\":{\"value\":\"Anna\"}}}"));
        isClosed(post(task + "variables", "{\"modifications\":{\"name\":{\"value\":\"Anna\"}}}"));
        isClosed(send(HttpRequest.newBuilder(URI.create(root + "api/engine/engine/default/" + task + "variables/name"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"value\":\"Anna\"}"))));
        assertThat(post(task + "submit-form", "{\"variables\":{\"name\":{\"value\":\"Anna\"}}}")
                        .statusCode())
                .isEqualTo(204);
    }

    private static void isClosed(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    }
}

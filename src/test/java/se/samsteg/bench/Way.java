package se.samsteg.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import se.samsteg.desk.Visit;
import se.samsteg.journey.Bench.Step;

/** How a user starts a process, and finds, takes and completes a task of it. */
interface Way {

    /** A filter that shows every task its user may see. */
    String FILTER = "Alla uppgifter";

    /** Logs in. */
    void as(String user) throws Exception;

    /** Logs out of this thread: jobs run without a user. */
    default void logOut() {}

    /** @param businessKey null if the process gives one itself */
    void start(Step start, @Nullable String businessKey) throws Exception;

    void complete(Step step, String businessKey) throws Exception;

    /** Through the engine's services, in this JVM. */
    final class Engine implements Way {

        private final IdentityService identity;
        private final RepositoryService models;
        private final FormService forms;
        private final TaskService tasks;

        Engine(ApplicationContext application) {
            identity = application.getBean(IdentityService.class);
            models = application.getBean(RepositoryService.class);
            forms = application.getBean(FormService.class);
            tasks = application.getBean(TaskService.class);
        }

        @Override
        public void as(String user) {
            identity.clearAuthentication();
            identity.setAuthentication(
                    user,
                    identity.createGroupQuery().groupMember(user).list().stream()
                            .map(group -> group.getId())
                            .toList(),
                    identity.createTenantQuery().userMember(user).list().stream()
                            .map(tenant -> tenant.getId())
                            .toList());
        }

        @Override
        public void logOut() {
            identity.clearAuthentication();
        }

        @Override
        public void start(Step start, @Nullable String businessKey) {
            String id = models.createProcessDefinitionQuery()
                    .processDefinitionKey(start.task())
                    .latestVersion()
                    .singleResult()
                    .getId();
            forms.submitStartForm(id, businessKey, start.answers());
        }

        @Override
        public void complete(Step step, String businessKey) {
            Task task = tasks.createTaskQuery()
                    .taskDefinitionKey(step.task())
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), step.user());
            }
            forms.submitTaskForm(task.getId(), step.answers());
        }
    }

    /** As Tasklist does, with a session of the user's. */
    final class Rest implements Way {

        private static final String ENGINE = "camunda/api/engine/engine/default/";
        private static final JsonMapper JSON = new JsonMapper();

        private final int port;
        private final String filter;
        private final RepositoryService models;
        private final Map<String, Visit> sessions = new HashMap<>();
        private @Nullable Visit session;

        Rest(ApplicationContext application) {
            port = requireNonNull(application.getEnvironment().getProperty("local.server.port", Integer.class));
            models = application.getBean(RepositoryService.class);
            filter = application
                    .getBean(FilterService.class)
                    .createTaskFilterQuery()
                    .filterName(FILTER)
                    .singleResult()
                    .getId();
        }

        @Override
        public void as(String user) throws Exception {
            session = sessions.get(user);
            if (session == null) {
                session = new Visit(port).logIn(user);
                session.get("camunda/app/tasklist/default/");
                sessions.put(user, session);
            }
        }

        @Override
        public void start(Step start, @Nullable String businessKey) throws Exception {
            String id = models.createProcessDefinitionQuery()
                    .processDefinitionKey(start.task())
                    .latestVersion()
                    .singleResult()
                    .getId();
            Map<String, Object> body = body(start);
            if (businessKey != null) {
                body.put("businessKey", businessKey);
            }
            post("process-definition/" + id.replace(":", "%3A") + "/submit-form", body);
        }

        @Override
        public void complete(Step step, String businessKey) throws Exception {
            JsonNode found = JSON.readTree(post(
                            "filter/" + filter + "/list?firstResult=0&maxResults=15",
                            Map.of("processInstanceBusinessKey", businessKey))
                    .body());
            for (JsonNode task : found) {
                if (task.path("taskDefinitionKey").asText().equals(step.task())) {
                    String path = "task/" + task.path("id").asText();
                    if (task.path("assignee").isNull()) {
                        post(path + "/claim", Map.of("userId", step.user()));
                    }
                    post(path + "/submit-form", body(step));
                    return;
                }
            }
            throw new AssertionError(step.task() + " is not among " + found);
        }

        private static Map<String, Object> body(Step step) {
            Map<String, Object> variables = new LinkedHashMap<>();
            step.answers().forEach((key, value) -> {
                Map<String, Object> sent = new LinkedHashMap<>();
                if (value instanceof JsonValue json) {
                    sent.put("value", json.getValueSerialized());
                    sent.put("type", "Json");
                } else {
                    sent.put("value", value);
                }
                variables.put(key, sent);
            });
            return new LinkedHashMap<>(Map.of("variables", variables));
        }

        private HttpResponse<byte[]> post(String path, Object body) throws Exception {
            var answer = requireNonNull(session).post(ENGINE + path, JSON.writeValueAsString(body));
            assertThat(answer.statusCode())
                    .as("%s: %s", path, Visit.text(answer))
                    .isBetween(200, 299);
            return answer;
        }
    }
}

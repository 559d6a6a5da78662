package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsteg.form.Models.form;
import static se.samsteg.form.Models.oneTask;
import static se.samsteg.form.Models.process;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samsteg.engine.Phase;

/** The same rules by every route; and what our own code does is not held up. */
class FormGuardTest {

    private static final String NAME =
            "{\"type\":\"textfield\",\"key\":\"name\",\"label\":\"Namn\",\"validate\":{\"required\":true,\"maxLength\":10}}";

    private static final String TOO_LONG = "alldeles för långt";

    private static final FormEngine samsteg = FormEngine.fresh(forms -> Map.of("phase", new TestPhase()));

    /** What the models call. */
    @Phase("phase")
    public static class TestPhase {

        public void refuse(DelegateTask task) {
            throw new Refused("Personen har redan ett öppet ärende.");
        }

        public void refuseStart(DelegateExecution execution) {
            throw new Refused("Personen har redan ett öppet ärende.");
        }

        public void more(DelegateTask task) {
            task.setVariable("coach", "coach.one");
            task.getProcessEngineServices().getRuntimeService().setVariable(task.getExecutionId(), "other", 1);
            task.getProcessEngineServices().getTaskService().setVariable(task.getId(), "another", 1);
            task.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey("test", Map.of("free", 1));
        }
    }

    @AfterEach
    void clear() {
        samsteg.clear();
    }

    @AfterAll
    static void stop() {
        samsteg.close();
    }

    private static TaskService tasks() {
        return samsteg.engine.getTaskService();
    }

    private static void open(String extensions) {
        samsteg.deploy(oneTask(extensions), form(NAME));
        samsteg.engine.getRuntimeService().startProcessInstanceByKey("test");
    }

    private static void assertRefused(String message, ThrowingCallable route) {
        assertThatThrownBy(route).isInstanceOf(Refused.class).hasMessage(message);
    }

    @Test
    void everyRouteIntoATaskIsChecked() {
        open("");
        String task = samsteg.taskId();
        Map<String, Object> values = Map.of("name", TOO_LONG);
        String message = "Namn: skriv högst 10 tecken.";
        assertRefused(message, () -> samsteg.engine.getFormService().submitTaskForm(task, values));
        assertRefused(
                message,
                () -> samsteg.engine.getFormService().submitTaskFormWithVariablesInReturn(task, values, false));
        assertRefused(message, () -> tasks().complete(task, values));
        assertRefused(message, () -> tasks().completeWithVariablesInReturn(task, values, false));
        assertRefused(message, () -> tasks().setVariable(task, "name", TOO_LONG));
        assertRefused(message, () -> tasks().setVariables(task, values));
        assertRefused(message, () -> ((TaskServiceImpl) tasks()).updateVariables(task, values, List.of()));
        assertRefused("Namn: fyll i fältet.", () -> tasks().complete(task));
        tasks().delegateTask(task, "someone");
        assertRefused(message, () -> tasks().resolveTask(task, values));
        assertRefused(
                "Namn: fyll i fältet.", () -> samsteg.engine.getFormService().submitTaskForm(task, Map.of()));
    }

    @Test
    void everyRouteIntoATaskStoresPlainText() {
        String pasted = "\u00a0An\u00adna\u202e ";
        Map<String, Consumer<String>> routes = Map.of(
                "set", task -> tasks().setVariable(task, "name", pasted),
                "set several", task -> tasks().setVariables(task, Map.of("name", pasted)),
                "set typed", task -> tasks().setVariable(task, "name", Variables.stringValue(pasted)),
                "update", task -> ((TaskServiceImpl) tasks()).updateVariables(task, Map.of("name", pasted), List.of()),
                "resolve",
                        task -> {
                            tasks().delegateTask(task, "someone");
                            tasks().resolveTask(task, Map.of("name", pasted));
                        });
        routes.forEach((route, set) -> {
            open("");
            set.accept(samsteg.taskId());
            assertThat(tasks().getVariable(samsteg.taskId(), "name")).as(route).isEqualTo("Anna");
            assertRefused(
                    "Namn: fyll i fältet.",
                    () -> samsteg.engine.getFormService().submitTaskForm(samsteg.taskId(), Map.of("name", "\u00a0")));
            assertRefused("Namn: fyll i fältet.", () -> tasks().complete(samsteg.taskId(), Map.of("name", "\u200b")));
            clear();
        });
    }

    @Test
    void aListBesideATextThatIsMadePlainIsStoredAsItCame() {
        samsteg.deploy(
                oneTask(""),
                form(
                        NAME
                                + ",{\"type\":\"checklist\",\"key\":\"days\",\"label\":\"Dagar\",\"values\":[{\"label\":\"Ett\",\"value\":\"one\"}]}"));
        samsteg.engine.getRuntimeService().startProcessInstanceByKey("test");
        tasks().setVariables(
                        samsteg.taskId(),
                        Map.of(
                                "name",
                                " Anna ",
                                "days",
                                SpinValues.jsonValue("[\"one\"]").create()));
        assertThat(tasks().getVariable(samsteg.taskId(), "name")).isEqualTo("Anna");
        assertThat(String.valueOf(tasks().getVariable(samsteg.taskId(), "days")))
                .isEqualTo("[\"one\"]");
        samsteg.engine
                .getFormService()
                .submitTaskForm(
                        samsteg.taskId(),
                        Map.of(
                                "name",
                                " Anna ",
                                "days",
                                SpinValues.jsonValue("[\"one\"]").create()));
        assertThat(samsteg.openTask()).isNull();
    }

    @Test
    void whatWouldPassByTheFormIsRefused() {
        open("");
        String task = samsteg.taskId();
        String message = "Uppgifterna kan bara lämnas i formuläret.";
        assertRefused(message, () -> tasks().setVariableLocal(task, "name", "ja"));
        assertRefused(message, () -> tasks().removeVariable(task, "name"));
        assertRefused(message, () -> ((TaskServiceImpl) tasks()).updateVariables(task, Map.of(), List.of("name")));
        assertRefused(message, () -> tasks().handleBpmnError(task, "e", "m", Map.of("name", "ja")));
        assertRefused(message, () -> tasks().handleEscalation(task, "e", Map.of("name", "ja")));
        assertRefused("Formuläret har inget fält other.", () -> tasks().setVariable(task, "other", "ja"));
    }

    @Test
    void aDraftAndADelegatedAnswerMayBeIncomplete() {
        open("");
        tasks().setVariables(samsteg.taskId(), Map.of());
        tasks().delegateTask(samsteg.taskId(), "someone");
        tasks().resolveTask(samsteg.taskId());
        assertThat(samsteg.openTask()).isNotNull();
    }

    private static String started(String listener) {
        return process("""
                <bpmn:extensionElements>%s</bpmn:extensionElements>
                <bpmn:startEvent id="start" camunda:formRef="test-form" camunda:formRefBinding="deployment"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="after"/>
                <bpmn:receiveTask id="after"/>
                """.formatted(listener));
    }

    @Test
    void everyWayToStartIsChecked() {
        samsteg.deploy(started(""), form(NAME));
        RuntimeService runtime = samsteg.engine.getRuntimeService();
        String process = samsteg.engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .singleResult()
                .getId();
        Map<String, Object> values = Map.of("name", TOO_LONG);
        String message = "Namn: skriv högst 10 tecken.";
        assertRefused(message, () -> samsteg.engine.getFormService().submitStartForm(process, values));
        assertRefused(message, () -> runtime.startProcessInstanceByKey("test", values));
        assertRefused(message, () -> runtime.startProcessInstanceById(process, values));
        assertRefused("Namn: fyll i fältet.", () -> runtime.startProcessInstanceByKey("test"));
        assertRefused(
                "Formuläret har inget fält other.",
                () -> runtime.startProcessInstanceByKey("test", Map.of("name", "ja", "other", 1)));
        assertRefused("Uppgifterna kan bara lämnas i formuläret.", () -> runtime.createProcessInstanceByKey("test")
                .startBeforeActivity("after")
                .setVariable("name", "ja")
                .execute());
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThatCode(() -> runtime.startProcessInstanceByKey("test", Map.of("name", "ja")))
                .doesNotThrowAnyException();
    }

    @Test
    void aRefusalFromTheModelsListenerComesOutAsItsOwnWordsAndNothingIsStored() {
        open("<camunda:taskListener event=\"complete\" expression=\"${phase.refuse(task)}\"/>");
        assertRefused(
                "Personen har redan ett öppet ärende.",
                () -> samsteg.engine.getFormService().submitTaskForm(samsteg.taskId(), Map.of("name", "hemligt")));
        assertThat(tasks().getVariable(samsteg.taskId(), "name")).isNull();
        samsteg.clear();
        samsteg.deploy(
                started("<camunda:executionListener event=\"start\" expression=\"${phase.refuseStart(execution)}\"/>"),
                form(NAME));
        assertRefused(
                "Personen har redan ett öppet ärende.",
                () -> samsteg.engine.getRuntimeService().startProcessInstanceByKey("test", Map.of("name", "hemligt")));
        assertThat(samsteg.everythingStored()).noneMatch(row -> row.contains("hemligt"));
    }

    @Test
    void theRestInterfaceAnswersARefusalWithItsWordsAlone() {
        try (var response = new ExceptionHandler().toResponse(new Refused("Namn: fyll i fältet."))) {
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.getEntity()).extracting("message").isEqualTo("Namn: fyll i fältet.");
        }
    }

    @Test
    void whatOurOwnListenersDoIsNotHeldUp() {
        open("<camunda:taskListener event=\"complete\" expression=\"${phase.more(task)}\"/>");
        samsteg.engine.getFormService().submitTaskForm(samsteg.taskId(), Map.of("name", "ja"));
        assertThat(samsteg.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .count())
                .isEqualTo(2);
    }
}

package se.samsteg.form;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the engine holds about something as long as its tasks are open: what they show, and what is begun in them. */
@Component
public class TaskContents {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final DeployedForms forms;

    TaskContents(
            @Lazy ProcessEngineConfigurationImpl engine,
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            DeployedForms forms) {
        this.engine = engine;
        this.tasks = tasks;
        this.runtime = runtime;
        this.forms = forms;
    }

    /**
     * A task that is not done.
     *
     * @param name without what it is about
     * @param about the business key of its process: a case number
     * @param form id of its form
     * @param values what stands in the task by name: texts, numbers, lists, maps; not the options among which one chooses
     */
    public record Open(
            String about,
            String name,
            String form,
            Instant since,
            @Nullable Instant due,
            @Nullable String assignee,
            Map<String, Object> values) {}

    /**
     * The open tasks of processes with one of the business keys, the oldest first, of all assignees: the caller has
     * decided who may read them.
     */
    public List<Open> of(Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? List.of()
                : engine.getCommandExecutorTxRequired()
                        .execute(context -> context.runWithoutAuthorization(() -> read(businessKeys)));
    }

    private List<Open> read(Collection<String> businessKeys) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                .list();
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, String> about = runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(process -> process.getId(), process -> process.getBusinessKey()));
        Map<String, List<VariableInstance>> held = runtime
                .createVariableInstanceQuery()
                .executionIdIn(found.stream().map(Task::getExecutionId).toArray(String[]::new))
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .collect(Collectors.groupingBy(VariableInstance::getExecutionId));
        return found.stream()
                .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getId))
                .map(task -> open(
                        (TaskEntity) task,
                        about.getOrDefault(task.getProcessInstanceId(), ""),
                        held.getOrDefault(task.getExecutionId(), List.of())))
                .toList();
    }

    private Open open(TaskEntity task, String about, List<VariableInstance> held) {
        Form form = forms.of(task).orElseThrow(() -> new IllegalStateException("a task has no form"));
        Set<String> options = form.fields().stream()
                .map(field -> field.json().path("valuesKey").asText(""))
                .collect(Collectors.toSet());
        Map<String, Object> values = new LinkedHashMap<>();
        held.stream()
                .sorted(Comparator.comparing(VariableInstance::getName))
                .filter(variable -> !options.contains(variable.getName()))
                .forEach(variable -> {
                    Object value = Plain.of(variable.getTypedValue());
                    if (value != null) {
                        values.put(variable.getName(), value);
                    }
                });
        Date due = task.getDueDate();
        return new Open(
                about,
                FormTexts.plain(task.getName()).replaceFirst(" · [^·]*$", ""), // the title says what it is about
                form.id(),
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant(),
                task.getAssignee(),
                values);
    }
}

package se.samsteg.form;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The forms that lie open before the logged-in user: those of the user's own tasks, and those that start a process. */
@Component
public class OpenForms {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final DeployedForms forms;
    private final FormTexts texts;
    private final Concealment concealment;

    OpenForms(
            @Lazy ProcessEngineConfigurationImpl engine,
            @Lazy TaskService tasks,
            @Lazy RepositoryService repository,
            DeployedForms forms,
            FormTexts texts,
            Concealment concealment) {
        this.engine = engine;
        this.tasks = tasks;
        this.repository = repository;
        this.forms = forms;
        this.texts = texts;
        this.concealment = concealment;
    }

    /**
     * A form that is not sent yet.
     *
     * @param process key of the process that it is part of or would start
     * @param about the case number, or what else the process goes by; null before a start
     * @param keys of the fields that can be answered
     */
    public record Open(
            String id,
            String version,
            String process,
            @Nullable String about,
            Set<String> keys) {}

    /** The form of a task; empty unless the task is open and given to that user. */
    public Optional<Open> ofTask(String taskId, String assignee) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return task == null || !assignee.equals(task.getAssignee())
                ? Optional.empty()
                : inside(context -> open((TaskEntity) task));
    }

    /** The form that starts a process; empty unless the user may start it in Tasklist. */
    public Optional<Open> ofStart(String definitionId) {
        boolean startable = repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionId)
                        .startableInTasklist()
                        .startablePermissionCheck()
                        .count()
                > 0;
        return startable
                ? inside(context -> {
                    var process = engine.getDeploymentCache().findDeployedProcessDefinitionById(definitionId);
                    return forms.ofStart(process).map(form -> open(form, process.getKey(), null));
                })
                : Optional.empty();
    }

    /**
     * How answers to a form are stored, from key and answer: no text names a person with protected identity.
     *
     * @param named what the form names: case numbers, groups, and other words, which mean nothing
     */
    public BiFunction<String, Object, Object> concealing(Open open, Set<String> named) {
        Form form = texts.form(open.id(), open.version()).orElseThrow();
        UnaryOperator<String> concealing = concealment.about(named);
        return (key, answer) -> Written.stored(form, key, answer, concealing);
    }

    private <T> T inside(Function<CommandContext, T> work) {
        return engine.getCommandExecutorTxRequired().execute(work::apply);
    }

    private Optional<Open> open(TaskEntity task) {
        String businessKey = task.getExecution().getProcessBusinessKey();
        Object about = businessKey == null ? task.getVariable("caseNumber") : businessKey;
        return forms.of(task)
                .map(form ->
                        open(form, task.getProcessDefinition().getKey(), about == null ? null : String.valueOf(about)));
    }

    private static Open open(Form form, String process, @Nullable String about) {
        return new Open(
                form.id(),
                form.version(),
                process,
                about,
                form.fields().stream()
                        .filter(field -> !field.disabled())
                        .map(FormField::key)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

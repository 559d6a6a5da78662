package se.samsteg.form;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What open tasks show, and what is typed in them as a draft. It was read when the task began and stands there until it
 * ends, unless it is rewritten here.
 */
@Component
public class TaskTexts {

    /** The engine keeps no longer text. */
    private static final int LONGEST = 4000;

    private final ProcessEngineConfigurationImpl engine;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final DeployedForms forms;

    TaskTexts(
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
     * Changes what the open tasks of processes with a business key hold, in the transaction that is under way, of all
     * assignees and tenants: the person whom a text is about may take part at another association too.
     *
     * @param rewriting from key and value, a text, list or map, to what shall stand there; the same if it may stay
     */
    public void rewrite(String businessKey, BiFunction<String, Object, Object> rewriting) {
        acrossTenants(
                () -> open(businessKey).forEach(task -> held(task).forEach(variable -> rewrite(variable, rewriting))));
    }

    /**
     * Sets what the open tasks about one of several things of a case show.
     *
     * @param variable says what a task is about
     * @param key in which the form shows it
     */
    public void show(String businessKey, String variable, String value, String key, String now) {
        acrossTenants(() -> open(businessKey).stream()
                .filter(task -> value.equals(tasks.getVariable(task.getId(), variable)))
                .forEach(task -> held(task)
                        .forEach(each -> rewrite(each, (shownKey, shown) -> shownKey.equals(key) ? now : shown))));
    }

    /** As {@link #rewrite} for all that is written in words; options, dates and numbers stay. */
    public void rewriteWords(String businessKey, UnaryOperator<String> rewriting) {
        acrossTenants(() -> open(businessKey).forEach(task -> {
            Form form = engine.getCommandExecutorTxRequired()
                    .execute(context -> forms.of((TaskEntity) task))
                    .orElseThrow();
            held(task)
                    .forEach(variable -> rewrite(variable, (key, value) -> Written.shown(form, key, value, rewriting)));
        }));
    }

    private List<Task> open(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list();
    }

    private static void acrossTenants(Runnable work) {
        CommandContext command = Context.getCommandContext();
        if (command == null || !command.isTenantCheckEnabled()) {
            work.run();
            return;
        }
        command.disableTenantCheck();
        try {
            work.run();
        } finally {
            command.enableTenantCheck();
        }
    }

    private List<VariableInstance> held(Task task) {
        return runtime.createVariableInstanceQuery()
                .executionIdIn(task.getExecutionId())
                .disableCustomObjectDeserialization()
                .list();
    }

    private void rewrite(VariableInstance variable, BiFunction<String, Object, Object> rewriting) {
        Object old = Plain.of(variable.getTypedValue());
        if (old == null || old instanceof Number || old instanceof Boolean) {
            return;
        }
        Object rewritten = rewriting.apply(variable.getName(), old);
        if (rewritten.equals(old)) {
            return;
        }
        Object value = rewritten instanceof String text && text.length() > LONGEST
                ? text.substring(0, LONGEST)
                : Forms.shown(rewritten);
        if (variable.getTaskId() == null) {
            runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), value);
        } else {
            tasks.setVariableLocal(variable.getTaskId(), variable.getName(), value);
        }
    }
}

package se.samsteg.form;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.util.ReflectionUtils;

/**
 * What a command of the engine brings to a task or to a start, read out of the command: the engine has no other place
 * that every route passes.
 *
 * @param values as they were submitted, plain or as typed values
 * @param task null for a start
 * @param process null for a task
 * @param place where the command takes them from
 */
record Submission(
        Kind kind,
        Map<String, ?> values,
        @Nullable TaskEntity task,
        @Nullable ProcessDefinitionEntity process,
        Consumer<VariableMap> place) {

    enum Kind {
        /** Of everything: what is required must be there. */
        COMPLETE,
        /** Of a part. */
        DRAFT,
        /** Where no values may come along: they would pass by the form, or take away its place in the task. */
        FORBIDDEN
    }

    /** Empty if the command brings nothing that a form is about. */
    static Optional<Submission> of(Command<?> command, CommandContext context) {
        if (command instanceof SubmitTaskFormCmd) {
            return task(Kind.COMPLETE, command, "taskId", "properties", context);
        }
        if (command instanceof CompleteTaskCmd) {
            Kind kind = command instanceof ResolveTaskCmd ? Kind.DRAFT : Kind.COMPLETE;
            return task(kind, command, "taskId", "variables", context);
        }
        if (command instanceof SetTaskVariablesCmd || command instanceof PatchTaskVariablesCmd) {
            boolean past = Boolean.TRUE.equals(field(command, "isLocal"))
                    || command instanceof PatchTaskVariablesCmd
                            && field(command, "deletions") instanceof Collection<?> deleted
                            && !deleted.isEmpty();
            return task(past ? Kind.FORBIDDEN : Kind.DRAFT, command, "entityId", "variables", context);
        }
        if (command instanceof RemoveTaskVariablesCmd) {
            return task(Kind.FORBIDDEN, command, "entityId", null, context);
        }
        if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            return values(command, "variables").isEmpty()
                    ? Optional.empty()
                    : task(Kind.FORBIDDEN, command, "taskId", "variables", context);
        }
        return start(command, context);
    }

    private static Optional<Submission> start(Command<?> command, CommandContext context) {
        if (command instanceof SubmitStartFormCmd) {
            ProcessDefinitionEntity process = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById((String) field(command, "processDefinitionId"));
            return Optional.of(new Submission(
                    Kind.COMPLETE, values(command, "variables"), null, process, place(command, "variables")));
        }
        if (command instanceof StartProcessInstanceCmd) {
            var builder =
                    (ProcessInstantiationBuilderImpl) Objects.requireNonNull(field(command, "instantiationBuilder"));
            return Optional.of(new Submission(
                    Kind.COMPLETE,
                    copy(builder.getVariables()),
                    null,
                    process(builder, context),
                    place(builder, "variables")));
        }
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            // Starting at another activity than the form's start event: its values would not be recorded, nor removed
            // again.
            var builder =
                    (ProcessInstantiationBuilderImpl) Objects.requireNonNull(field(command, "instantiationBuilder"));
            return Optional.of(new Submission(Kind.FORBIDDEN, Map.of(), null, process(builder, context), values -> {}));
        }
        return Optional.empty();
    }

    private static ProcessDefinitionEntity process(ProcessInstantiationBuilderImpl builder, CommandContext context) {
        return new GetDeployedProcessDefinitionCmd(builder, false).execute(context);
    }

    private static Optional<Submission> task(
            Kind kind, Command<?> command, String id, @Nullable String field, CommandContext context) {
        String taskId = (String) field(command, id);
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        Map<String, Object> values = field == null ? Map.of() : values(command, field);
        Consumer<VariableMap> place = field == null ? none -> {} : place(command, field);
        return Optional.ofNullable(task).map(found -> new Submission(kind, values, found, null, place));
    }

    /** The same with other values in place of some; the command does what it does with these. */
    Submission with(Map<String, ?> others) {
        if (others.isEmpty()) {
            return this;
        }
        VariableMap all = Variables.createVariables();
        values.forEach((key, value) ->
                all.putValueTyped(key, value instanceof TypedValue typed ? typed : Variables.untypedValue(value)));
        all.putAll(others);
        place.accept(all);
        return new Submission(kind, copy(all), task, process, place);
    }

    /**
     * The field is set by reflection, without conversion: converting a map reads its values and makes JSON an object.
     */
    private static Consumer<VariableMap> place(Object command, String name) {
        return values -> {
            Field field = Objects.requireNonNull(ReflectionUtils.findField(command.getClass(), name));
            ReflectionUtils.makeAccessible(field);
            ReflectionUtils.setField(field, command, values);
        };
    }

    private static Map<String, Object> values(Command<?> command, String field) {
        return copy((Map<?, ?>) field(command, field));
    }

    private static Map<String, Object> copy(@Nullable Map<?, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (values instanceof VariableMap typed) {
            typed.keySet().forEach(key -> copy.put(key, typed.getValueTyped(key)));
        } else if (values != null) {
            values.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    private static @Nullable Object field(Command<?> command, String name) {
        return PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue(name);
    }
}

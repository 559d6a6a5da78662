package se.samsteg.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * What a command of the engine brings to a task or to a start, read out of the command: the engine has no other place
 * that every route passes.
 *
 * @param values as they were submitted, in whatever wrapping
 * @param task null for a start
 * @param process null for a task
 */
record Submission(
        Kind kind,
        Map<String, ?> values,
        @Nullable TaskEntity task,
        @Nullable ProcessDefinitionEntity process) {

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
            return task(Kind.COMPLETE, command, "taskId", values(command, "properties"), context);
        }
        if (command instanceof CompleteTaskCmd) {
            Kind kind = command instanceof ResolveTaskCmd ? Kind.DRAFT : Kind.COMPLETE;
            return task(kind, command, "taskId", values(command, "variables"), context);
        }
        if (command instanceof SetTaskVariablesCmd || command instanceof PatchTaskVariablesCmd) {
            Map<String, Object> values = values(command, "variables");
            boolean past = Boolean.TRUE.equals(field(command, "isLocal"))
                    || command instanceof PatchTaskVariablesCmd
                            && field(command, "deletions") instanceof Collection<?> deleted
                            && !deleted.isEmpty();
            return task(past ? Kind.FORBIDDEN : Kind.DRAFT, command, "entityId", values, context);
        }
        if (command instanceof RemoveTaskVariablesCmd) {
            return task(Kind.FORBIDDEN, command, "entityId", Map.of(), context);
        }
        if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            Map<String, Object> values = values(command, "variables");
            return values.isEmpty() ? Optional.empty() : task(Kind.FORBIDDEN, command, "taskId", values, context);
        }
        return start(command, context);
    }

    private static Optional<Submission> start(Command<?> command, CommandContext context) {
        if (command instanceof SubmitStartFormCmd) {
            ProcessDefinitionEntity process = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById((String) field(command, "processDefinitionId"));
            return Optional.of(new Submission(Kind.COMPLETE, values(command, "variables"), null, process));
        }
        if (command instanceof StartProcessInstanceCmd) {
            var builder =
                    (ProcessInstantiationBuilderImpl) Objects.requireNonNull(field(command, "instantiationBuilder"));
            return Optional.of(
                    new Submission(Kind.COMPLETE, copy(builder.getVariables()), null, process(builder, context)));
        }
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            // Starting somewhere else than at the form: nobody would record its values, or take them away again.
            var builder =
                    (ProcessInstantiationBuilderImpl) Objects.requireNonNull(field(command, "instantiationBuilder"));
            return Optional.of(new Submission(Kind.FORBIDDEN, Map.of(), null, process(builder, context)));
        }
        return Optional.empty();
    }

    private static ProcessDefinitionEntity process(ProcessInstantiationBuilderImpl builder, CommandContext context) {
        return new GetDeployedProcessDefinitionCmd(builder, false).execute(context);
    }

    private static Optional<Submission> task(
            Kind kind, Command<?> command, String id, Map<String, Object> values, CommandContext context) {
        String taskId = (String) field(command, id);
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        return Optional.ofNullable(task).map(found -> new Submission(kind, values, found, null));
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

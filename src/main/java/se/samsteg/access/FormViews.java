package se.samsteg.access;

import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.engine.NothingThere;
import se.samsteg.programme.Programmes;

/**
 * Enters in the access log that a user opens a task, or is refused another user's task. A form's values leave the
 * engine in one command only, so one opening is one row, written before the values are returned; the browser's other
 * requests write none. Another user's task is answered as one that does not exist.
 */
@Component
@Order(1)
class FormViews extends CommandInterceptor {

    /** The right that is missing where the task does not exist for the user. */
    private static final String READ = Permissions.READ.getName();

    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
    private final ThreadLocal<@Nullable Attempt> last = new ThreadLocal<>();
    private final AccessLog log;
    private final Actor actor;
    private final Programmes programmes;

    /** The log and the actor need the engine, which needs this. */
    FormViews(@Lazy AccessLog log, @Lazy Actor actor, Programmes programmes) {
        this.log = log;
        this.actor = actor;
        this.programmes = programmes;
    }

    /** What a command asks of the engine in its turn is part of the same view. */
    @Override
    public <T> T execute(Command<T> command) {
        if (inside.get() || Context.getCommandContext().getAuthentication() == null) {
            return next.execute(command);
        }
        inside.set(true);
        try {
            return watched(command);
        } finally {
            inside.remove();
        }
    }

    private <T> T watched(Command<T> command) {
        if (command instanceof GetTaskFormVariablesCmd asked) {
            return opened(asked.resourceId, command);
        }
        if (command instanceof TaskQueryImpl asked && asked.getTaskId() != null) {
            return found(asked.getTaskId(), next.execute(command));
        }
        try {
            return next.execute(command);
        } catch (AuthorizationException e) {
            Optional<MissingAuthorization> task = task(e);
            task.ifPresent(missing -> refused(What.TASK, missing.getResourceId()));
            if (task.filter(missing -> READ.equals(missing.getViolatedPermissionName()))
                    .isPresent()) {
                throw new NothingThere();
            }
            throw e;
        }
    }

    private <T> T opened(String taskId, Command<T> command) {
        T values;
        try {
            values = next.execute(command);
        } catch (AuthorizationException | BadUserRequestException | NothingThere e) {
            refused(What.FORM, taskId);
            throw new NothingThere();
        }
        TaskEntity task = stored(taskId);
        if (task == null) {
            throw new NothingThere();
        }
        write(What.FORM, task, null);
        return values;
    }

    private <T> T found(String taskId, T result) {
        if (result == null || result instanceof Collection<?> some && some.isEmpty()) {
            refused(What.TASK, taskId);
        }
        return result;
    }

    /**
     * An id that was made up, or whose task is done, leaves no row. One request may ask the engine twice for one task:
     * that is one attempt, recognised by the authentication object, which Camunda creates for each request.
     */
    private void refused(What what, String taskId) {
        TaskEntity task = stored(taskId);
        Attempt attempt = new Attempt(taskId, Context.getCommandContext().getAuthentication());
        if (task != null && !attempt.same(last.get())) {
            write(what, task, "not-own");
            last.set(attempt);
        }
    }

    private record Attempt(String taskId, Authentication by) {

        boolean same(@Nullable Attempt other) {
            return other != null && other.by == by && other.taskId.equals(taskId);
        }
    }

    private static @Nullable TaskEntity stored(String taskId) {
        return Context.getCommandContext().getTaskManager().findTaskById(taskId);
    }

    private static Optional<MissingAuthorization> task(AuthorizationException e) {
        return e.getMissingAuthorizations().stream()
                .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()))
                .filter(missing -> missing.getResourceId() != null)
                .findFirst();
    }

    private void write(What what, TaskEntity task, @Nullable String denied) {
        String caseNumber = (String) task.getVariable("caseNumber");
        var form = task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getCamundaFormDefinitionKey();
        log.write(new AccessLog.View(
                what,
                form == null ? null : form.getExpressionText(),
                caseNumber,
                (String) task.getVariable("groupId"),
                caseNumber == null
                        ? task.getTenantId()
                        : programmes.of(caseNumber).tenant(),
                role(task),
                denied));
    }

    /** The role that the task was given to, otherwise a role of the user's. */
    private String role(TaskEntity task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && actor.groups().contains(group))
                .findFirst()
                .orElseGet(actor::role);
    }
}

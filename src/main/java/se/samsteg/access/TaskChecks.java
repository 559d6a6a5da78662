package se.samsteg.access;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;
import se.samsteg.engine.Refused;

/**
 * Who may read a task, do it and give it to somebody. The database is asked and never the task itself: one that somebody
 * carries about may say what its carrier likes. Nothing that is granted adds to it.
 */
final class TaskChecks extends AuthorizationCommandChecker {

    @Override
    public void checkReadTask(TaskEntity task) {
        check(task, "mayRead", Permissions.READ);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        check(task, "mayRead", Permissions.READ);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        check(task, "mayWork", Permissions.TASK_WORK);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        check(task, "mayWork", Permissions.UPDATE);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        Asking asking = Asking.now();
        if (asking == null) {
            return;
        }
        boolean gives = Context.getCommandInvocationContext().getCommand() instanceof AssignTaskCmd;
        String receiver = gives ? receiver() : null;
        // Tasklist takes a task from whoever has it by giving it to nobody.
        if (!(gives && receiver == null && may(asking, task, "mayRelease"))) {
            check(task, "mayAssign", Permissions.TASK_ASSIGN);
        }
        if (receiver != null && !worksHere(receiver, task.getTenantId())) {
            throw new Refused("Ansvarig: ingen kollega hos er har det användarnamnet.");
        }
    }

    private static @Nullable String receiver() {
        return (String) PropertyAccessorFactory.forDirectFieldAccess(
                        Context.getCommandInvocationContext().getCommand())
                .getPropertyValue("userId");
    }

    /** Somebody at another association would have a task that nobody can open. */
    private static boolean worksHere(String user, @Nullable String tenant) {
        return Context.getCommandContext().runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getIdentityService()
                        .createUserQuery()
                        .userId(user)
                        .memberOfTenant(tenant)
                        .count())
                > 0;
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        checkCreateTask();
    }

    /** Tasks come from processes. */
    @Override
    public void checkCreateTask() {
        Asking asking = Asking.now();
        if (asking != null) {
            throw refusal(asking, Permissions.CREATE, null);
        }
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        Asking asking = Asking.now();
        if (asking != null) {
            throw refusal(asking, Permissions.DELETE, task.getId());
        }
    }

    private static void check(@Nullable TaskEntity task, String right, Permission permission) {
        Asking asking = Asking.now();
        if (asking == null) {
            return;
        }
        if (task == null) {
            // The engine looks for it after this check.
            throw new NotFoundException("no such task");
        }
        if (!may(asking, task, right)) {
            throw refusal(asking, permission, task.getId());
        }
    }

    private static boolean may(Asking asking, TaskEntity task, String right) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .selectBoolean(
                        "se.samsteg.access.TaskRights." + right, Map.of("authCheck", asking, "taskId", task.getId()));
    }

    private static AuthorizationException refusal(Asking asking, Permission permission, @Nullable String task) {
        return new AuthorizationException(asking.getMe(), permission.getName(), Resources.TASK.resourceName(), task);
    }
}

package se.samsteg.access;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;
import se.samsteg.engine.NothingThere;
import se.samsteg.form.Refused;

/**
 * Who may read a task, do it and give it to a colleague; which colleague, {@code casefile.Holders} says. The database
 * is asked and never the task object, which a caller may have changed. Grants add nothing to it. A refusal that names
 * the right to read means that the task does not exist for the user.
 */
final class TaskChecks extends AuthorizationCommandChecker {

    /** A right that no statement gives. */
    private static final String NOBODY = "nobody";

    @Override
    public void checkReadTask(TaskEntity task) {
        check(task, "mayRead", Permissions.READ);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        check(task, "mayRead", Permissions.READ);
    }

    /** One claims for oneself. To resolve is to give to the task's owner, and no task has one. */
    @Override
    public void checkTaskWork(TaskEntity task) {
        QueryingUser asking = QueryingUser.now();
        if (asking == null) {
            return;
        }
        check(task, "mayWork", Permissions.TASK_WORK);
        if (command() instanceof ResolveTaskCmd) {
            throw refusal(asking, Permissions.TASK_ASSIGN, task.getId());
        }
        if (command() instanceof ClaimTaskCmd && !asking.getMe().equals(receiver())) {
            throw new Refused("Ansvarig: du kan bara ta en uppgift själv, inte ge den till någon annan.");
        }
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        check(task, "mayWork", Permissions.UPDATE);
    }

    /**
     * To whom a task is given and that it is put back. Everything else that the engine would let a user do to a task that is
     * there (owner, delegation, candidates, name, due date) is the model's to say.
     */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        QueryingUser asking = QueryingUser.now();
        if (asking == null) {
            return;
        }
        if (!(command() instanceof AssignTaskCmd)) {
            check(task, NOBODY, Permissions.TASK_ASSIGN);
        } else if (receiver() != null) {
            check(task, "mayAssign", Permissions.TASK_ASSIGN);
        } else {
            // Tasklist puts a task back by setting its assignee to null.
            check(task, "mayRelease", Permissions.TASK_ASSIGN);
            if (!may(asking, task, "isForOthers")) {
                throw new Refused(
                        "Ansvarig: uppgiften är inte till för någon mer, så den kan inte lämnas tillbaka. Projektledaren kan ge den till en kollega.");
            }
        }
    }

    private static Command<?> command() {
        return Context.getCommandInvocationContext().getCommand();
    }

    private static @Nullable String receiver() {
        return (String) PropertyAccessorFactory.forDirectFieldAccess(command()).getPropertyValue("userId");
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        checkCreateTask();
    }

    /** Tasks come from processes. */
    @Override
    public void checkCreateTask() {
        QueryingUser asking = QueryingUser.now();
        if (asking != null) {
            throw refusal(asking, Permissions.CREATE, null);
        }
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        QueryingUser asking = QueryingUser.now();
        if (asking != null) {
            throw refusal(asking, Permissions.DELETE, task.getId());
        }
    }

    private static void check(@Nullable TaskEntity task, String right, Permission permission) {
        QueryingUser asking = QueryingUser.now();
        if (asking == null) {
            return;
        }
        if (task == null) {
            // The engine itself checks that the task exists only after this check.
            throw new NothingThere();
        }
        if (right.equals(NOBODY) || !may(asking, task, right)) {
            boolean sees = may(asking, task, "mayRead");
            throw refusal(asking, sees ? permission : Permissions.READ, task.getId());
        }
    }

    private static boolean may(QueryingUser asking, TaskEntity task, String right) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .selectBoolean(
                        "se.samsteg.access.TaskRights." + right, Map.of("authCheck", asking, "taskId", task.getId()));
    }

    private static AuthorizationException refusal(QueryingUser asking, Permission permission, @Nullable String task) {
        return new AuthorizationException(asking.getMe(), permission.getName(), Resources.TASK.resourceName(), task);
    }
}

package se.samsteg.engine;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Takes the right to a task from whoever no longer has it. Camunda grants it when a task is given to somebody and leaves
 * it when the task is given on, so that former colleagues would read the case for as long as the task is open.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        AuthorizationEntity[] granted = super.newTaskAssignee(task, oldAssignee, newAssignee);
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            withdraw((TaskEntity) task, oldAssignee, null);
        }
        return granted;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, @Nullable String oldOwner, @Nullable String newOwner) {
        AuthorizationEntity[] granted = super.newTaskOwner(task, oldOwner, newOwner);
        if (oldOwner != null && !oldOwner.equals(newOwner)) {
            withdraw((TaskEntity) task, oldOwner, null);
        }
        return granted;
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(Task task, String user, String type) {
        withdraw((TaskEntity) task, user, type);
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        TaskEntity entity = (TaskEntity) task;
        boolean linked = entity.getIdentityLinks().stream()
                .anyMatch(link -> group.equals(link.getGroupId()) && !type.equals(link.getType()));
        if (!entity.isDeleted() && !linked) {
            getAuthorizationManager().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, entity.getId(), group);
        }
        return null;
    }

    /**
     * The other leader of a group may do the tasks without holding them: a candidate keeps the right.
     *
     * @param gone type of the link that is being deleted
     */
    private void withdraw(TaskEntity task, String user, @Nullable String gone) {
        if (task.isDeleted()) {
            return; // the engine deletes all grants with the task
        }
        boolean linked = task.getIdentityLinks().stream()
                .anyMatch(link -> user.equals(link.getUserId()) && !Objects.equals(link.getType(), gone));
        if (!linked && !user.equals(task.getAssignee()) && !user.equals(task.getOwner())) {
            Context.getCommandContext()
                    .getAuthorizationManager()
                    .deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), user);
        }
    }
}

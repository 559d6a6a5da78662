package se.samsteg.access;

import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;

/**
 * Asks of each task that a user takes or gives whether the new holder may have it. Asked once the engine has found that
 * the user may give it, and before anything is stored: a user without rights to the task learns nothing. These two
 * commands are the only ones by which a user changes a task's holder; the rest is closed ({@code access.TaskChecks}).
 */
@Component
@Order(3)
class GivenTasks extends CommandInterceptor {

    private final TaskHolders holders;

    /** The holders need the engine, which needs this. */
    GivenTasks(@Lazy TaskHolders holders) {
        this.holders = holders;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T done = next.execute(command);
        if (command instanceof ClaimTaskCmd || command instanceof AssignTaskCmd) {
            CommandContext context = Context.getCommandContext();
            // The engine runs the steps of a model without checking the user's rights.
            if (context.getAuthentication() != null && context.isAuthorizationCheckEnabled()) {
                context.runWithoutAuthorization(() -> ask(command, context));
            }
        }
        return done;
    }

    private Void ask(Command<?> command, CommandContext context) {
        String id =
                (String) PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue("taskId");
        TaskEntity task = Objects.requireNonNull(context.getTaskManager().findTaskById(id));
        String holder = task.getAssignee();
        if (holder != null && !holders.may(task, holder)) {
            throw new Refused("Ansvarig: ingen kollega hos er med det användarnamnet kan ha uppgiften. Den som får den"
                    + " ska ha en roll som uppgiften är till för och få se ärendet.");
        }
        return null;
    }
}

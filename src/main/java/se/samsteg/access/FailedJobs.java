package se.samsteg.access;

import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.engine.NothingThere;

/**
 * A lead lets a failed letter or step of the own association be tried again, and changes nothing else about a job: a timer
 * that waits, its due date and the engine's own jobs are as if they did not exist.
 */
@Component
@Order(4)
class FailedJobs extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof SetJobRetriesCmd) {
            QueryingUser asking = QueryingUser.now();
            if (asking != null && !triesAgain(new DirectFieldAccessor(command), asking)) {
                throw new NothingThere();
            }
        }
        return next.execute(command);
    }

    private static boolean triesAgain(DirectFieldAccessor asked, QueryingUser asking) {
        boolean onlyRetries = Boolean.FALSE.equals(asked.getPropertyValue("isDueDateSet"))
                && (int) Objects.requireNonNull(asked.getPropertyValue("retries")) > 0;
        return onlyRetries && failed((String) asked.getPropertyValue("jobId"), asking);
    }

    private static boolean failed(@Nullable String id, QueryingUser asking) {
        JobEntity job =
                id == null ? null : Context.getCommandContext().getJobManager().findJobById(id);
        return job != null
                && job.getRetries() == 0
                && job.getProcessInstanceId() != null
                && job.getTenantId() != null
                && asking.getLed().contains(job.getTenantId());
    }
}

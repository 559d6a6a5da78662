package se.samsteg.engine;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * What a process instance waits for before it moves: timers, other jobs and messages. The engine keeps what is mapped, but
 * begins anew what is not, and also what is used up: a reminder that was sent would be sent again.
 */
final class Triggers {

    private final List<Deadline> deadlines;
    private final Set<String> ids = new HashSet<>();

    Triggers(CommandContext context, String instance, List<JobEntity> jobs) {
        deadlines = jobs.stream()
                .filter(job -> job.getDuedate() != null)
                .map(Deadline::new)
                .toList();
        jobs.forEach(job -> ids.add(job.getId()));
        context.getEventSubscriptionManager()
                .findEventSubscriptionsByProcessInstanceId(instance)
                .forEach(subscription -> ids.add(subscription.getId()));
    }

    /**
     * Takes away what was used up in the earlier version.
     *
     * @param places what the plan maps: activities of the newest version by those of the earlier one
     * @throws OtherDeadline if a timer that both versions have would fall due at another moment
     */
    void settle(CommandContext context, ExecutionEntity instance, Map<String, String> places) {
        deadlines.forEach(deadline -> deadline.check(context, instance.getProcessDefinition(), places));
        settle(instance, places.values());
    }

    private void settle(ExecutionEntity execution, Collection<String> known) {
        execution.getJobs().stream()
                .filter(job -> !ids.contains(job.getId()) && known.contains(job.getActivityId()))
                .forEach(JobEntity::delete);
        execution.getEventSubscriptions().stream()
                .filter(subscription ->
                        !ids.contains(subscription.getId()) && known.contains(subscription.getActivityId()))
                .forEach(EventSubscriptionEntity::delete);
        execution.getExecutions().forEach(child -> settle(child, known));
    }

    /** When a timer falls due, before its instance moves. */
    private record Deadline(JobEntity job, String activity, Date due) {

        Deadline(JobEntity job) {
            this(job, job.getActivityId(), job.getDuedate());
        }

        /** One that the newest version has no more is gone. */
        void check(CommandContext context, ProcessDefinitionEntity newest, Map<String, String> places) {
            String now = places.getOrDefault(activity, activity);
            boolean gone = context.getDbEntityManager().isDeleted(job);
            if (gone ? newest.findActivity(now) != null : !due.equals(job.getDuedate())) {
                throw new OtherDeadline(activity);
            }
        }
    }

    static final class OtherDeadline extends RuntimeException {

        private static final long serialVersionUID = 1;

        final String activity;

        OtherDeadline(String activity) {
            super(activity);
            this.activity = activity;
        }
    }
}

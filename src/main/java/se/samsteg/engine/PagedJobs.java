package se.samsteg.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Runs {@link PagedWork}: a job does a page and leaves the job of the next page in the same transaction. */
@Component
public class PagedJobs implements JobHandler<PagedJobs.Page> {

    private static final String TYPE = "samsteg-page";

    private final ObjectProvider<PagedWork> works;
    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;

    PagedJobs(ObjectProvider<PagedWork> works, @Lazy ProcessEngineConfigurationImpl engine, Clock clock) {
        this.works = works;
        this.engine = engine;
        this.clock = clock;
    }

    /** Lets the work begin. One that is under way goes on, and is tried again if it was given up. */
    public void begin(PagedWork work) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            List<JobEntity> underWay = context.getJobManager().findJobsByHandlerType(TYPE).stream()
                    .map(JobEntity.class::cast)
                    .filter(job -> Page.read(job.getJobHandlerConfigurationRaw())
                            .work()
                            .equals(work.name()))
                    .toList();
            if (underWay.isEmpty()) {
                send(context, new Page(work.name(), ""), Duration.ZERO);
            }
            underWay.stream()
                    .filter(job -> job.getRetries() == 0)
                    .map(Job::getId)
                    .forEach(job ->
                            engine.getManagementService().setJobRetries(job, engine.getDefaultNumberOfRetries()));
            return null;
        });
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Page page, @Nullable ExecutionEntity none, CommandContext context, @Nullable String tenant) {
        works.stream()
                .filter(work -> work.name().equals(page.work()))
                .findFirst()
                .flatMap(work -> work.page(page.after()))
                .ifPresent(next -> send(context, new Page(page.work(), next.after()), next.in()));
    }

    private void send(CommandContext context, Page page, Duration in) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(page);
        if (!in.isZero()) {
            job.setDuedate(Date.from(clock.instant().plus(in)));
        }
        context.getJobManager().send(job);
    }

    @Override
    public Page newConfiguration(String canonical) {
        return Page.read(canonical);
    }

    @Override
    public void onDelete(Page page, JobEntity job) {}

    /** Which work, and after what: in a job, with a blank between. */
    record Page(String work, String after) implements JobHandlerConfiguration {

        static Page read(String canonical) {
            int blank = canonical.indexOf(' ');
            return new Page(canonical.substring(0, blank), canonical.substring(blank + 1));
        }

        @Override
        public String toCanonicalString() {
            return work + " " + after;
        }
    }
}

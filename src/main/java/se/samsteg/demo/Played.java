package se.samsteg.demo;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the cases have come that are played. */
@Component
@Profile("demo")
class Played {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    Played(ManagementService management, RuntimeService runtime, TaskService tasks, JdbcClient jdbc, Clock clock) {
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean nothing() {
        return jdbc.sql("select not exists (select from case_overview)")
                .query(Boolean.class)
                .single();
    }

    /** Lets the timers of a case run that are due by now, if that is what the task waits for. */
    void comesTo(String task, String number) {
        if (tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey(task)
                        .count()
                > 0) {
            return;
        }
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()) {
            management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .duedateLowerThan(Date.from(clock.instant()))
                    .list()
                    .forEach(this::run);
        }
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException e) {
            // The engine ran it at the same time.
        }
    }
}

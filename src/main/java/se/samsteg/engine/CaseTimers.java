package se.samsteg.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The timers that run in the processes of a case, for what they are counted from having been wrong. */
@Component
public class CaseTimers {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    CaseTimers(@Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    /** Whether a process of the case runs. */
    public boolean running(String process, String caseNumber) {
        return !instances(process, caseNumber).isEmpty();
    }

    /** Sets what the timers of a process of the case are counted from. */
    public void count(String process, String caseNumber, String variable, String value) {
        instances(process, caseNumber).forEach(instance -> runtime.setVariable(instance.getId(), variable, value));
    }

    /** Moves a timer if it is waited for. */
    public void move(String process, String caseNumber, String timer, Date due) {
        for (ProcessInstance instance : instances(process, caseNumber)) {
            waiting(instance, timer).forEach(job -> management.setJobDuedate(job.getId(), due));
        }
    }

    /** Moves by when a task of a process of the case should be done, if it is open. */
    public void due(String process, String caseNumber, String task, Date due) {
        for (ProcessInstance instance : instances(process, caseNumber)) {
            tasks.createTaskQuery()
                    .processInstanceId(instance.getId())
                    .taskDefinitionKey(task)
                    .list()
                    .forEach(open -> tasks.setDueDate(open.getId(), due));
        }
    }

    /** What one of several processes or rounds of a case is about. */
    public record About(String variable, String value) {}

    /** As {@link #count(String, String, String, String)}, for one of several. */
    public void count(String process, String caseNumber, About about, String variable, String value) {
        instances(process, caseNumber).stream()
                .filter(instance -> about.value().equals(runtime.getVariable(instance.getId(), about.variable())))
                .forEach(instance -> runtime.setVariable(instance.getId(), variable, value));
    }

    /** As {@link #move(String, String, String, Date)}, for one of several. */
    public void move(String process, String caseNumber, About about, String timer, Date due) {
        for (ProcessInstance instance : instances(process, caseNumber)) {
            waiting(instance, timer).stream()
                    .filter(job -> about.value().equals(runtime.getVariable(job.getExecutionId(), about.variable())))
                    .forEach(job -> management.setJobDuedate(job.getId(), due));
        }
    }

    /** As {@link #due(String, String, String, Date)}, for one of several. */
    public void due(String process, String caseNumber, About about, String task, Date due) {
        for (ProcessInstance instance : instances(process, caseNumber)) {
            tasks.createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(task).list().stream()
                    .filter(open -> about.value().equals(tasks.getVariable(open.getId(), about.variable())))
                    .forEach(open -> tasks.setDueDate(open.getId(), due));
        }
    }

    /**
     * How many rounds a sequence that waits for a timer has made; empty if it is not waited for.
     *
     * @param before a variable that says how many were made before, if it is there
     */
    public List<Integer> rounds(String process, String caseNumber, String timer, String before) {
        return instances(process, caseNumber).stream()
                .flatMap(instance -> waiting(instance, timer).stream())
                .map(job -> Objects.requireNonNull(job.getExecutionId()))
                .map(round -> count(round, "loopCounter") + count(round, before))
                .toList();
    }

    private int count(String execution, String variable) {
        return runtime.getVariable(execution, variable) instanceof Integer count ? count : 0;
    }

    private List<Job> waiting(ProcessInstance instance, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .timers()
                .list();
    }

    private List<ProcessInstance> instances(String process, String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(caseNumber)
                .list();
    }
}

package se.samsteg.meeting;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open task that documents a sitting. */
@Component
class MinutesTask {

    private final Agenda agenda;
    private final RuntimeService runtime;
    private final TaskService tasks;

    MinutesTask(Agenda agenda, @Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.agenda = agenda;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** The task shows which cases are assessed by now. */
    void showProgress(Sitting sitting) {
        tasks.createTaskQuery()
                .taskDefinitionKey("userTask_minutes")
                .processInstanceBusinessKey(sitting.key())
                .list()
                .forEach(task ->
                        runtime.setVariableLocal(task.getExecutionId(), "progress", agenda.progress(sitting.id())));
    }
}

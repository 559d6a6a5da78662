package se.samsteg.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts the case number, or what else the process goes by, behind the name of every task: "Skriv handlingsplan ·
 * SB-2026-0042". Tasklist's list shows nothing else that tells forty tasks of one kind apart without a right to read
 * the process. In a process about many cases, each of its tasks goes by its own case.
 */
@Component
class TaskTitle extends AbstractBpmnParseListener {

    private static final String BETWEEN = " · ";

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_CREATE, TaskTitle::title);
    }

    private static void title(DelegateTask task) {
        String businessKey = task.getExecution().getProcessBusinessKey();
        Object about = businessKey == null ? task.getVariable("caseNumber") : businessKey;
        if (about != null) {
            task.setName(task.getName() + BETWEEN + about);
        }
    }

    /** What a task is about, by its title; null if that says nothing of it. */
    static @Nullable String about(String title) {
        int between = title.lastIndexOf(BETWEEN);
        return between < 0 ? null : title.substring(between + BETWEEN.length());
    }

    /** What is to be done, by a task's title. */
    static String name(String title) {
        int between = title.lastIndexOf(BETWEEN);
        return between < 0 ? title : title.substring(0, between);
    }
}

package se.samsteg.access;

import org.camunda.bpm.engine.task.Task;

/** Who may have a task. */
public interface TaskHolders {

    /** Whether a user may have a task. */
    boolean may(Task task, String user);
}

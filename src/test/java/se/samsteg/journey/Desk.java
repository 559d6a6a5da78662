package se.samsteg.journey;

import java.util.Map;
import org.camunda.bpm.engine.task.Task;

/** How what a member of staff types in a form reaches the engine. */
public interface Desk {

    /**
     * Starts a process with its start form.
     *
     * @param process its key
     * @param form its id as it is deployed
     */
    void starts(String user, String process, String form, Map<String, Object> answers);

    /**
     * Takes a task if it is the group's, and completes it with its form.
     *
     * @param form its id as it is deployed
     */
    void completes(String user, Task task, String form, Map<String, Object> answers);
}

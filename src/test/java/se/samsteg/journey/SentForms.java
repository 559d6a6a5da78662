package se.samsteg.journey;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.Task;

/** Remembers which forms were sent in a story. */
final class SentForms implements Desk {

    private final Desk desk;
    private final Set<String> ids = new TreeSet<>();

    SentForms(Desk desk) {
        this.desk = desk;
    }

    /** As they are deployed. */
    Set<String> ids() {
        return ids;
    }

    @Override
    public void starts(String user, String process, String form, Map<String, Object> answers) {
        desk.starts(user, process, form, answers);
        ids.add(form);
    }

    @Override
    public void completes(String user, Task task, String form, Map<String, Object> answers) {
        desk.completes(user, task, form, answers);
        ids.add(form);
    }
}

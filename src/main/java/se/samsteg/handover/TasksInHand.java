package se.samsteg.handover;

import java.util.Collection;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Open tasks as they go from one member of staff to another, in whatever process of the case they stand. */
@Component
class TasksInHand {

    private final TaskService tasks;

    TasksInHand(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    /** @param keys case numbers or numbers of groups, which are the business keys of all processes about them */
    void give(Collection<String> keys, String from, String to) {
        if (keys.isEmpty() || from.equals(to)) {
            return;
        }
        for (Task task : tasks.createTaskQuery()
                .taskInvolvedUser(from)
                .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
                .list()) {
            if (from.equals(task.getAssignee())) {
                tasks.setAssignee(task.getId(), to);
            }
            boolean candidate = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .anyMatch(
                            link -> from.equals(link.getUserId()) && IdentityLinkType.CANDIDATE.equals(link.getType()));
            if (candidate) {
                tasks.deleteCandidateUser(task.getId(), from);
                tasks.addCandidateUser(task.getId(), to);
            }
        }
    }
}

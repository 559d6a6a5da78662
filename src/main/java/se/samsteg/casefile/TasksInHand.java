package se.samsteg.casefile;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives open tasks from one member of staff to another, in all processes of the case. */
@Component
public class TasksInHand {

    private final Holders holders;
    private final TaskService tasks;

    TasksInHand(Holders holders, @Lazy TaskService tasks) {
        this.holders = holders;
        this.tasks = tasks;
    }

    /**
     * Gives the tasks that a user is assignee of, and those that name the user as candidate, to another user.
     *
     * @param keys case numbers or numbers of groups, which are the business keys of all processes about them
     */
    public void give(Collection<String> keys, String from, String to) {
        giveAssigned(keys, from, to);
        involving(from, keys, from.equals(to)).stream()
                .filter(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link ->
                                from.equals(link.getUserId()) && IdentityLinkType.CANDIDATE.equals(link.getType())))
                .forEach(task -> {
                    tasks.deleteCandidateUser(task.getId(), from);
                    holders.name(task, to);
                });
    }

    /**
     * Gives the tasks that a user is assignee of to a colleague; those that the colleague may not have, to the leads.
     */
    public void giveAssigned(Collection<String> keys, String from, String to) {
        involving(from, keys, from.equals(to)).stream()
                .filter(task -> from.equals(task.getAssignee()))
                .forEach(task -> holders.give(task, to));
    }

    private List<Task> involving(String user, Collection<String> keys, boolean none) {
        return none || keys.isEmpty()
                ? List.of()
                : tasks.createTaskQuery()
                        .taskInvolvedUser(user)
                        .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
                        .list();
    }
}

package se.samsteg.reminder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsteg.engine.OverdueTasks.Overdue;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * Who is reminded of the tasks of an association: the assignee, or the candidates of a task without one. Only
 * members of the association count; without any it is the leads. What a user and a group are is asked once.
 */
final class Addressees {

    private final Colleagues colleagues;
    private final String tenant;
    private final Map<String, Boolean> works = new HashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();

    Addressees(Colleagues colleagues, String tenant) {
        this.colleagues = colleagues;
        this.tenant = tenant;
    }

    /** User ids. */
    Set<String> of(Overdue task) {
        Set<String> users = named(task).filter(this::works).collect(Collectors.toCollection(TreeSet::new));
        if (users.isEmpty()) {
            users.addAll(members(Role.PROGRAMME_LEAD.id()));
        }
        return users;
    }

    private Stream<String> named(Overdue task) {
        return task.assignee() != null
                ? Stream.of(task.assignee())
                : Stream.concat(
                        task.candidateUsers().stream(),
                        task.candidateGroups().stream().flatMap(group -> members(group).stream()));
    }

    private boolean works(String user) {
        return works.computeIfAbsent(
                user, asked -> !colleagues.groups(asked, tenant).isEmpty());
    }

    private List<String> members(String group) {
        return members.computeIfAbsent(group, asked -> colleagues.inGroup(asked, tenant).stream()
                .map(Colleagues.Colleague::id)
                .toList());
    }
}

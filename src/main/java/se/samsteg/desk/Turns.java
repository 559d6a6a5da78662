package se.samsteg.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.View;
import se.samsteg.engine.Actor;
import se.samsteg.engine.CaseTasks;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;

/** Whose turn it is in a case: its open tasks with who has them. */
@Component
class Turns {

    private final CaseTasks tasks;
    private final Colleagues colleagues;
    private final Programmes programmes;
    private final Actor actor;

    Turns(CaseTasks tasks, Colleagues colleagues, Programmes programmes, Actor actor) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.programmes = programmes;
        this.actor = actor;
    }

    /**
     * An open task.
     *
     * @param holder a name, or the roles that may take it, in Swedish
     * @param own whether it is the reader's, or the reader may take it
     */
    record Turn(
            String taskId,
            String name,
            LocalDate since,
            @Nullable LocalDate dueOn,
            String holder,
            boolean own) {

        public boolean late(LocalDate today) {
            return dueOn != null && dueOn.isBefore(today);
        }
    }

    /**
     * @param turns the reader's own first, then those due first
     * @param others whether others have tasks that the reader is told nothing of
     */
    record Shown(List<Turn> turns, boolean others) {}

    /**
     * All of them to coach and lead. To others their own, and that others are at work: what the tasks of others are tells of
     * absence, of health, and of whether the person was known before.
     */
    Shown of(View view) {
        List<Turn> all = all(view.file());
        return view.wholly()
                ? new Shown(all, false)
                : new Shown(
                        all.stream().filter(Turn::own).toList(), all.stream().anyMatch(turn -> !turn.own()));
    }

    private List<Turn> all(CaseFile file) {
        List<CaseTasks.Open> open = tasks.of(List.of(file.caseNumber()));
        Map<String, String> names = colleagues.names(open.stream()
                .flatMap(task -> Stream.concat(Stream.ofNullable(task.assignee()), task.candidateUsers().stream()))
                .distinct()
                .toList());
        Settings programme = programmes.get(file.programme());
        Map<Boolean, List<Turn>> turns = open.stream()
                .map(task -> new Turn(
                        task.id(),
                        task.name(),
                        task.since(),
                        task.dueOn(),
                        holder(task, names, programme.roles()),
                        task.isFor(actor.user(), actor.groups())))
                .collect(Collectors.partitioningBy(Turn::own));
        return Stream.of(true, false)
                .flatMap(own -> turns.getOrDefault(own, List.of()).stream())
                .toList();
    }

    private static String holder(CaseTasks.Open task, Map<String, String> names, Map<String, String> roles) {
        if (task.assignee() != null) {
            return names.getOrDefault(task.assignee(), task.assignee());
        }
        return Stream.concat(said(task.candidateUsers(), names), said(task.candidateGroups(), roles))
                .distinct()
                .collect(Collectors.joining(" eller "));
    }

    private static Stream<String> said(Collection<String> ids, Map<String, String> words) {
        return ids.stream().map(words::get).filter(Objects::nonNull);
    }
}

package se.samsteg.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.engine.OverdueTasks;
import se.samsteg.engine.OverdueTasks.Overdue;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The overdue tasks of an association that no model watches over by itself. */
@Component
class LateTasks {

    private final OverdueTasks overdue;
    private final TaskReminders reminders;
    private final Programmes programmes;
    private final Clock clock;

    LateTasks(OverdueTasks overdue, TaskReminders reminders, Programmes programmes, Clock clock) {
        this.overdue = overdue;
        this.reminders = reminders;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * Stores which stages the tasks have reached since the last round.
     *
     * @param programme the one whose times hold for what is about no case
     */
    void find(Rounds.Round round, String programme) {
        LocalDate today = LocalDate.now(clock);
        List<Overdue> late = late(round.tenant());
        reminders.keepOnly(round.tenant(), late.stream().map(Overdue::id).toList());
        reminders.add(
                round,
                late.stream()
                        .flatMap(task -> due(task, settings(task, programme), today))
                        .toList(),
                today);
    }

    /** The tasks of which a round reminds, in one of the stages. */
    List<Overdue> of(Rounds.Round round, Stage... stages) {
        Set<String> found = reminders.of(round, List.of(stages));
        return found.isEmpty()
                ? List.of()
                : late(round.tenant()).stream()
                        .filter(task -> found.contains(task.id()))
                        .toList();
    }

    private List<Overdue> late(String tenant) {
        return overdue.before(LocalDate.now(clock), tenant).stream()
                .filter(task -> !DrawnReminders.FORMS.contains(task.form()))
                .toList();
    }

    private static Stream<TaskReminders.Due> due(Overdue task, Settings settings, LocalDate today) {
        LocalDate againIfTold = today.minus(settings.alerts().repeatEvery());
        return Stage.reached(task.dueOn(), today, settings.reminders().of(task.form())).stream()
                .map(stage -> new TaskReminders.Due(task.id(), stage, task.about(), againIfTold));
    }

    private Settings settings(Overdue task, String programme) {
        return Optional.ofNullable(task.about()).flatMap(programmes::find).orElseGet(() -> programmes.get(programme));
    }
}

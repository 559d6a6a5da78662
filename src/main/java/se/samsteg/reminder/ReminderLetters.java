package se.samsteg.reminder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.ConferenceMembers;
import se.samsteg.engine.OverdueTasks.Overdue;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.reminder.TaskReminders.AboutCase;
import se.samsteg.staff.Colleagues;

/** What holders and leads are told of overdue tasks: case numbers and what is to be done, in one letter for each of them. */
@Component
class ReminderLetters {

    private final Letter letter;
    private final TaskReminders reminders;
    private final ConferenceMembers conference;
    private final Colleagues colleagues;
    private final Programmes programmes;

    ReminderLetters(
            Letter letter,
            TaskReminders reminders,
            ConferenceMembers conference,
            Colleagues colleagues,
            Programmes programmes) {
        this.letter = letter;
        this.reminders = reminders;
        this.conference = conference;
        this.colleagues = colleagues;
        this.programmes = programmes;
    }

    /**
     * To whom a letter goes. A user with a post in the programme and one in an authority gets one letter in each of them, for
     * only what the authority may know of is told there.
     *
     * @param outside whether the user acts for an authority
     * @param authority its code; null within the programme, and where it is not known
     */
    private record Addressee(
            String user, boolean outside, @Nullable String authority) {

        private static final Comparator<Addressee> ORDER =
                Comparator.comparing(Addressee::user).thenComparing(Addressee::outside);
    }

    void toHolders(DelegateExecution cause, List<Overdue> tasks) {
        String tenant = tenant(cause);
        Map<String, AboutCase> cases = cases(tasks);
        Map<String, @Nullable String> members = new HashMap<>();
        conference.of(tenant).forEach(member -> members.put(member.user(), member.authority()));
        Addressees addressees = new Addressees(colleagues, tenant);
        Map<Addressee, List<Overdue>> letters = new TreeMap<>(Addressee.ORDER);
        for (Overdue task : tasks) {
            for (String user : addressees.of(task)) {
                letters.computeIfAbsent(addressee(user, task, cases, members), to -> new ArrayList<>())
                        .add(task);
            }
        }
        letters.forEach((to, its) -> write(
                cause, to, LateList.of(its, cases.keySet(), task -> "%s (%s)".formatted(task.name(), age(task)))));
    }

    private static Addressee addressee(
            String user, Overdue task, Map<String, AboutCase> cases, Map<String, @Nullable String> members) {
        AboutCase about = task.about() == null ? null : cases.get(task.about());
        if (about != null && about.caseworker().equals(user)) {
            return new Addressee(user, true, about.authority());
        }
        return task.form().startsWith("conference-") && members.containsKey(user)
                ? new Addressee(user, true, members.get(user))
                : new Addressee(user, false, null);
    }

    private void write(DelegateExecution cause, Addressee to, LateList list) {
        if (to.outside()) {
            letter.toActingFor(to.authority(), cause, "reminder-authority", to.user(), list.detail(), list.lines());
        } else {
            letter.toStaff(cause, "reminder-staff", to.user(), list.detail(), list.lines());
        }
    }

    /** @param programme by which groups of staff are called */
    void toLeads(DelegateExecution cause, List<Overdue> tasks, String programme) {
        if (tasks.isEmpty()) {
            return;
        }
        Settings settings = programmes.get(programme);
        Map<String, String> names = colleagues.names(tasks.stream()
                .flatMap(task -> Stream.concat(Stream.ofNullable(task.assignee()), task.candidateUsers().stream()))
                .collect(Collectors.toSet()));
        LateList list = LateList.of(tasks, cases(tasks).keySet(), task -> "%s (%s, %s)"
                .formatted(task.name(), holder(task, names, settings), age(task)));
        letter.toLeads(cause, "reminder-lead", tenant(cause), list.detail(), list.lines());
    }

    private static String age(Overdue task) {
        return "skulle ha varit klar " + task.dueOn();
    }

    private static String holder(Overdue task, Map<String, String> names, Settings settings) {
        if (task.assignee() != null) {
            return names.getOrDefault(task.assignee(), task.assignee());
        }
        return Stream.concat(
                        task.candidateGroups().stream()
                                .map(group -> settings.roles().getOrDefault(group, group)),
                        task.candidateUsers().stream().map(user -> names.getOrDefault(user, user)))
                .collect(Collectors.joining(", "));
    }

    private Map<String, AboutCase> cases(List<Overdue> tasks) {
        return reminders.cases(
                tasks.stream().map(Overdue::about).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static String tenant(DelegateExecution cause) {
        return Objects.requireNonNull(cause.getTenantId());
    }
}

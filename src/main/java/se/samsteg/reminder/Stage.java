package se.samsteg.reminder;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import se.samsteg.programme.Settings;

/** How late a task is: its holder is reminded twice, then the leads are told, again and again until it is done. */
enum Stage {
    FIRST,
    SECOND,
    LEAD;

    /** The stages that a task has reached. */
    static Set<Stage> reached(LocalDate dueOn, LocalDate today, Settings.Reminders.Times times) {
        Set<Stage> reached = EnumSet.noneOf(Stage.class);
        for (Stage stage : values()) {
            if (!dueOn.plus(stage.after(times)).isAfter(today)) {
                reached.add(stage);
            }
        }
        return reached;
    }

    private Period after(Settings.Reminders.Times times) {
        return switch (this) {
            case FIRST -> times.holderAfter().get(0);
            case SECOND -> times.holderAfter().get(1);
            case LEAD -> times.leadAfter();
        };
    }

    /** As the table holds it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package se.samsteg.group;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/**
 * One series of a group's sessions: what the group's type says of it, and what the group's plan says where the type leaves
 * it open.
 *
 * @param alone whether the type has no other, so that its name need not be shown
 * @param weeks null for a series without an end
 * @param minutes how long a session takes
 */
record Series(
        String name,
        boolean alone,
        @Nullable String place,
        Set<DayOfWeek> weekdays,
        LocalTime time,
        @Nullable Integer weeks,
        int sessionsPerWeek,
        int minutes) {

    /** For a group whose type has left the time open since it was planned. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static Series of(Settings.Group type, Settings.Series series, PlannedGroup group) {
        return new Series(
                series.name(),
                type.series().size() == 1,
                series.place() == null ? group.place() : series.place(),
                series.weekdays() == null ? group.days() : Set.copyOf(series.weekdays()),
                series.time() == null ? Objects.requireNonNullElse(group.startsAt(), MORNING) : series.time(),
                series.weeks(),
                series.sessionsPerWeek(),
                series.minutes());
    }

    boolean hasNoEnd() {
        return weeks == null;
    }

    /** How many sessions are dated at first: all of them, or a week of those without an end. */
    int dated() {
        return weeks == null ? weekdays.size() : weeks * sessionsPerWeek;
    }
}

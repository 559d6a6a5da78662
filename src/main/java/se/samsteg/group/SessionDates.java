package se.samsteg.group;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The days on which a group meets. The group keeps its weekdays: one that falls on a public holiday is skipped and the
 * series goes on for longer, so that every participant gets all the sessions and none is on another weekday.
 */
final class SessionDates {

    private SessionDates() {}

    /**
     * @param firstDay the first session is on the first of the weekdays from this day on
     * @param count weeks times sessions a week
     * @throws IllegalArgumentException if there are no weekdays
     */
    static List<LocalDate> of(LocalDate firstDay, Set<DayOfWeek> weekdays, int count, Predicate<LocalDate> workingDay) {
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("a series of sessions has no weekday");
        }
        return Stream.iterate(firstDay, day -> day.plusDays(1))
                .filter(day -> weekdays.contains(day.getDayOfWeek()))
                .filter(workingDay)
                .limit(count)
                .toList();
    }
}

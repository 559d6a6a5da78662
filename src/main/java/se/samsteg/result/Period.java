package se.samsteg.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that figures are about, both included, Stockholm time.
 *
 * @param from first day
 * @param to last day, and the day of a stock
 */
record Period(LocalDate from, LocalDate to) {

    static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    boolean isYear() {
        return equals(year(from.getYear()));
    }

    boolean has(@Nullable LocalDate day) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether there is a day of the period on which something runs that begins on a day and is over on another. */
    boolean touches(@Nullable LocalDate begins, @Nullable LocalDate over) {
        return begins != null && !begins.isAfter(to) && (over == null || over.isAfter(from));
    }

    /** Whether something runs on the last day that begins on a day and is over on another. */
    boolean endsWithin(@Nullable LocalDate begins, @Nullable LocalDate over) {
        return begins != null && !begins.isAfter(to) && (over == null || over.isAfter(to));
    }
}

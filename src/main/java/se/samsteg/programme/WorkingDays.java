package se.samsteg.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.form.DaysOff;

/** The days on which Swedish offices are open, see {@link DaysOff}. */
@Component
public class WorkingDays {

    public boolean isWorkingDay(LocalDate day) {
        return !DaysOff.isDayOff(day);
    }

    /** The day itself, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        return Stream.iterate(day, next -> next.plusDays(1))
                .filter(this::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    /** The {@code count}th working day after a day; the day itself does not count. */
    public LocalDate after(LocalDate day, int count) {
        return step(day, count, 1);
    }

    /** The {@code count}th working day before a day; the day itself does not count. */
    public LocalDate before(LocalDate day, int count) {
        return step(day, count, -1);
    }

    private LocalDate step(LocalDate day, int count, int direction) {
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plus(direction, ChronoUnit.DAYS);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }
}

package se.samsteg.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

class CalendarTest {

    private final Calendar calendar = new Calendar(new WorkingDays());
    private final Settings.Conference fortnightly =
            new Settings.Conference(LocalDate.of(2026, 1, 14), Period.ofWeeks(2), LocalTime.of(9, 0), "Lokalen", 3);

    @Test
    void sittingsFollowTheIntervalFromTheFirst() {
        assertThat(calendar.from(fortnightly, LocalDate.of(2026, 11, 22)).limit(2))
                .containsExactly(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 16));
    }

    @Test
    void theDayItselfCounts() {
        assertThat(calendar.from(fortnightly, LocalDate.of(2026, 12, 2)).findFirst())
                .contains(LocalDate.of(2026, 12, 2));
    }

    @Test
    void aSittingOnAHolidayIsHeldTheNextWorkingDay() {
        var onEpiphany = new Settings.Conference(
                LocalDate.of(2026, 12, 23), Period.ofWeeks(2), LocalTime.of(9, 0), "Lokalen", 3);

        assertThat(calendar.from(onEpiphany, LocalDate.of(2026, 12, 24)).findFirst())
                .contains(LocalDate.of(2027, 1, 7));
    }
}

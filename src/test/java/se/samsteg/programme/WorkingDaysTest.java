package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-06",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-06-19",
                "2026-12-24",
                "2026-12-25",
                "2026-12-31",
                "2026-11-21",
                "2026-11-22"
            })
    void publicHolidaysTheirEvesAndWeekendsAreNoWorkingDays(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-04-02", "2026-05-15", "2026-12-23", "2026-12-30"})
    void daysBetweenHolidaysAreWorkingDays(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-09,3,2026-12-04",
        "2027-01-07,3,2026-12-30",
        "2026-04-08,1,2026-04-07",
        "2026-12-09,0,2026-12-09"
    })
    void workingDaysAreCountedBackAroundHolidays(LocalDate day, int count, LocalDate expected) {
        assertThat(days.before(day, count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-23,1,2026-12-28", "2026-06-18,2,2026-06-23"})
    void workingDaysAreCountedForwardAroundHolidays(LocalDate day, int count, LocalDate expected) {
        assertThat(days.after(day, count)).isEqualTo(expected);
    }

    @Test
    void aHolidayMovesToTheFirstWorkingDayAfter() {
        assertThat(days.onOrAfter(LocalDate.parse("2026-12-24"))).isEqualTo("2026-12-28");
        assertThat(days.onOrAfter(LocalDate.parse("2026-12-09"))).isEqualTo("2026-12-09");
    }
}

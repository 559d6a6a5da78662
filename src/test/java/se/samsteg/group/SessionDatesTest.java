package se.samsteg.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.WorkingDays;

class SessionDatesTest {

    private final WorkingDays workingDays = new WorkingDays();

    private List<LocalDate> dates(String firstDay, int count, DayOfWeek... weekdays) {
        return SessionDates.of(LocalDate.parse(firstDay), Set.of(weekdays), count, workingDays::isWorkingDay);
    }

    @Test
    void aHealthGroupWithoutHolidaysMeetsTwentyFourTimesInTwelveWeeks() {
        List<LocalDate> dates = dates("2026-09-01", 24, TUESDAY, THURSDAY);

        assertThat(dates).hasSize(24).doesNotHaveDuplicates().isSorted();
        assertThat(dates.get(0)).isEqualTo("2026-09-01");
        assertThat(dates.get(23)).isEqualTo("2026-11-19");
    }

    @Test
    void theFirstSessionIsOnTheFirstOfTheWeekdays() {
        assertThat(dates("2026-09-02", 2, TUESDAY, THURSDAY))
                .containsExactly(LocalDate.parse("2026-09-03"), LocalDate.parse("2026-09-08"));
    }

    @Test
    void overChristmasTheSeriesGoesOnForLonger() {
        List<LocalDate> dates = dates("2026-11-02", 24, THURSDAY, FRIDAY);

        assertThat(dates).hasSize(24);
        // Julafton, juldagen, nyårsafton and nyårsdagen are a Thursday and a Friday each.
        assertThat(dates)
                .doesNotContain(
                        LocalDate.parse("2026-12-24"),
                        LocalDate.parse("2026-12-25"),
                        LocalDate.parse("2026-12-31"),
                        LocalDate.parse("2027-01-01"));
        assertThat(dates.get(23)).isEqualTo("2027-02-05");
        assertThat(dates).allMatch(day -> Set.of(THURSDAY, FRIDAY).contains(day.getDayOfWeek()));
    }

    @Test
    void noSessionFallsOnEasterTheFirstOfMayOrAscensionDay() {
        List<LocalDate> dates = dates("2026-03-16", 24, MONDAY, FRIDAY);

        assertThat(dates).hasSize(24);
        assertThat(dates)
                .doesNotContain(
                        LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06"), LocalDate.parse("2026-05-01"));
        assertThat(dates.get(23)).isEqualTo("2026-06-15");
        assertThat(dates("2026-05-12", 2, TUESDAY, THURSDAY))
                .containsExactly(LocalDate.parse("2026-05-12"), LocalDate.parse("2026-05-19"));
    }

    @Test
    void noSessionFallsOnMidsummerEve() {
        assertThat(dates("2026-06-12", 3, FRIDAY))
                .containsExactly(
                        LocalDate.parse("2026-06-12"), LocalDate.parse("2026-06-26"), LocalDate.parse("2026-07-03"));
    }

    @Test
    void allSessionsFallOnWorkingDaysAmongTheChosenWeekdaysInEveryYear() {
        for (LocalDate first = LocalDate.of(2026, 1, 1); first.getYear() < 2030; first = first.plusDays(5)) {
            assertThat(SessionDates.of(first, Set.of(MONDAY, THURSDAY), 24, workingDays::isWorkingDay))
                    .hasSize(24)
                    .doesNotHaveDuplicates()
                    .allMatch(day -> day.getDayOfWeek() == MONDAY || day.getDayOfWeek() == THURSDAY)
                    .allMatch(workingDays::isWorkingDay);
        }
    }
}

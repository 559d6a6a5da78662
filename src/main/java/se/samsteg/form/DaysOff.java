package se.samsteg.form;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days on which Swedish offices are closed, and why in Swedish: Saturdays, Sundays, public holidays and the eves of
 * midsummer, Christmas and New Year, which the holidays act treats as such.
 */
public final class DaysOff {

    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /** As a sentence has them; the calendar's own names stand alone, in capitals. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", "nyårsdagen"),
            Map.entry("EPIPHANY", "trettondedag jul"),
            Map.entry("christian.GOOD_FRIDAY", "långfredagen"),
            Map.entry("christian.EASTER", "påskdagen"),
            Map.entry("christian.EASTER_MONDAY", "annandag påsk"),
            Map.entry("LABOUR_DAY", "första maj"),
            Map.entry("christian.ASCENSION_DAY", "Kristi himmelsfärdsdag"),
            Map.entry("christian.PENTECOST", "pingstdagen"),
            Map.entry("NATIONAL_DAY", "Sveriges nationaldag"),
            Map.entry("MIDSUMMER_EVE", "midsommarafton"),
            Map.entry("MIDSUMMER", "midsommardagen"),
            Map.entry("ALL_SAINTS", "alla helgons dag"),
            Map.entry("CHRISTMAS_EVE", "julafton"),
            Map.entry("CHRISTMAS", "juldagen"),
            Map.entry("BOXING_DAY", "annandag jul"),
            Map.entry("NEW_YEARS_EVE", "nyårsafton"));

    private DaysOff() {}

    public static boolean isDayOff(LocalDate day) {
        return isWeekend(day) || HOLIDAYS.isHoliday(day);
    }

    /** Such as {@code fredagen den 25 december är juldagen} or {@code den 28 november är en lördag}; empty on a working day. */
    public static Optional<String> why(LocalDate day) {
        Optional<String> holiday = HOLIDAYS.getHolidays(day, day).stream()
                .findFirst()
                .map(found -> said(day, "EEEE'en den' d MMMM 'är' ") + name(found));
        return holiday.isEmpty() && isWeekend(day) ? Optional.of(said(day, "'den' d MMMM 'är en' EEEE")) : holiday;
    }

    /** Every holiday of some years and why it is one, in the order of the calendar; weekends are not among them. */
    public static SortedMap<LocalDate, String> holidays(LocalDate from, LocalDate to) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        HOLIDAYS.getHolidays(from, to)
                .forEach(holiday ->
                        days.put(holiday.getDate(), why(holiday.getDate()).orElseThrow()));
        return days;
    }

    private static String name(Holiday holiday) {
        return NAMES.getOrDefault(holiday.getPropertiesKey(), holiday.getDescription(SWEDISH));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String said(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, SWEDISH).format(day);
    }
}

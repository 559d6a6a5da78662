package se.samsteg.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Whether a date or time that is there suits its field: as form-js writes it, a day that exists, and one that can be meant.
 */
final class DateRules {

    private static final String DATE = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}";

    /** A date further away is a slip: longer ago than a life, or further ahead than any plan. */
    private static final int YEARS_BACK = 120;

    private static final int YEARS_AHEAD = 10;

    private DateRules() {}

    /** What is wrong, to be read after the field's label; null if nothing is. */
    static @Nullable String violation(FormField field, String text) {
        TemporalAccessor when;
        try {
            when = parse(field, text);
        } catch (DateTimeException e) {
            return field.expected();
        }
        if (when == null) {
            return field.expected();
        }
        if (!field.subtype().equals("time") && far(LocalDate.from(when))) {
            return "skriv ett datum högst " + YEARS_AHEAD + " år framåt och " + YEARS_BACK + " år bakåt.";
        }
        boolean past = field.json().path("disallowPassedDates").asBoolean(false)
                && !field.subtype().equals("time")
                && LocalDate.from(when).isBefore(SwedishTime.today());
        return past ? "välj ett datum som inte har passerat." : null;
    }

    /**
     * What is wrong with a day by the sense that the form declares for it in the field's {@code properties}: {@code sense}
     * is {@code past} (today too), {@code future} (today too) or {@code any}; {@code within} is how far ahead it may lie, an
     * ISO 8601 period. What it must not come before is asked when a fact is recorded, see {@link Forms.Filled#bounds()}.
     *
     * @param text a date that exists
     */
    static @Nullable String outOfSense(FormField field, String text) {
        if (field.subtype().equals("time")) {
            return null;
        }
        LocalDate day = LocalDate.parse(text.substring(0, 10));
        String within = field.property("within");
        if (field.property("sense").equals("past") && day.isAfter(SwedishTime.today())) {
            return "datumet ligger i framtiden.";
        }
        if (field.property("sense").equals("future") && day.isBefore(SwedishTime.today())) {
            return "välj ett datum som inte har passerat.";
        }
        return !within.isEmpty() && day.isAfter(SwedishTime.today().plus(Period.parse(within)))
                ? "datumet ligger för långt fram."
                : null;
    }

    /**
     * What is wrong with a day on which offices are closed, where the form asks it back: {@code dayOff} in the field's
     * {@code properties} is {@code asked}, for an appointment. The box whose property {@code confirms} names the field says
     * that such a day is meant.
     */
    static @Nullable String unlikely(FormState state, FormField field, String text) {
        return field.property("dayOff").equals("asked") && !state.confirmed(field)
                ? DaysOff.why(LocalDate.parse(text.substring(0, 10)))
                        .map(why -> why + ". Välj en annan dag, eller kryssa i rutan om dagen är menad.")
                        .orElse(null)
                : null;
    }

    private static boolean far(LocalDate day) {
        LocalDate today = SwedishTime.today();
        return day.isBefore(today.minusYears(YEARS_BACK)) || day.isAfter(today.plusYears(YEARS_AHEAD));
    }

    private static @Nullable TemporalAccessor parse(FormField field, String text) {
        return switch (field.subtype()) {
            case "time" -> DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
            case "datetime" ->
                text.matches(DATE + "T.*")
                        ? DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                        : null;
            default -> text.matches(DATE) ? LocalDate.parse(text) : null;
        };
    }
}

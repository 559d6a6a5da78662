package se.samsteg.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages write days. */
final class Days {

    static final Days SWEDISH = new Days();

    private static final DateTimeFormatter WITH_WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("sv-SE"));

    private Days() {}

    /** {@code tisdag 1 december 2026}. */
    public String text(LocalDate day) {
        return WITH_WEEKDAY.format(day);
    }
}

package se.samsteg.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of the conference.
 *
 * @param opened whether a process handles it
 * @param documentedOn when its minutes were written
 */
record Sitting(
        UUID id,
        String programme,
        LocalDate day,
        LocalTime startsAt,
        String place,
        boolean opened,
        @Nullable LocalDate documentedOn) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("sv-SE"));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    /** {@code onsdag 9 december 2026 kl. 09.00}. */
    String when() {
        return DAY.format(day) + " kl. " + TIME.format(startsAt);
    }

    /** Names the sitting's process: {@code samboradet 2026-12-09}. */
    String key() {
        return programme + " " + day;
    }
}

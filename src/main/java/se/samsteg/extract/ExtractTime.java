package se.samsteg.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A time as the extract has it: ISO 8601 with the offset, to the second. */
final class ExtractTime {

    private ExtractTime() {}

    static String text(Instant instant, ZoneId zone) {
        return text(OffsetDateTime.ofInstant(instant, zone));
    }

    static String text(OffsetDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package se.samsteg.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a form for the user who has it open; all null if there is nothing.
 *
 * @param saved when, as it is read: {@code 14:05}, on another day {@code 2026-11-03 14:05}
 * @param discarded whether a former assignee's draft was discarded when the user got the task
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Kept(
        @Nullable String saved,
        @Nullable Content content,
        @Nullable Boolean discarded) {

    static final Kept NOTHING = new Kept(null, null, null);
    static final Kept DISCARDED = new Kept(null, null, true);

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static Kept at(OffsetDateTime savedAt, @Nullable Content content, Clock clock) {
        ZonedDateTime saved = savedAt.atZoneSameInstant(clock.getZone());
        boolean today = saved.toLocalDate().equals(ZonedDateTime.now(clock).toLocalDate());
        return new Kept(saved.format(today ? TODAY : EARLIER), content, null);
    }
}

package se.samsteg.alert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the lead found out about something left undone, and what was agreed.
 *
 * @param measure done-now, other-person, other-way or wait
 * @param checkAgainOn when the alert comes back if it is undone still; null for wait, and before that was asked
 */
record Handling(
        String finding,
        String measure,
        String agreement,
        @Nullable LocalDate checkAgainOn) {}

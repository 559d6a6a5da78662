package se.samsteg.pause;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a pause ends, or that it goes on: form {@code pause-return}.
 *
 * @param change end or prolong
 * @param untilDay the new last day; null for an end
 */
record PauseReturn(String change, @Nullable LocalDate untilDay, String note) {}

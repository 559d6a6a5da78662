package se.samsteg.milestone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the way: form {@code milestone-event}.
 *
 * @param event one of the form's codes, which are those of the import of results; null when a correction has taken it away,
 *     since it was noted in the wrong case or did not happen
 */
record Event(String caseNumber, @Nullable String event, LocalDate happenedOn) {}

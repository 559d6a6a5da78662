package se.samsteg.closing;

import org.jspecify.annotations.Nullable;

/**
 * A year that the lead signs beside those that come of themselves: form {@code closing-again}.
 *
 * @param ofProgramme its id, asked where the association has several
 * @param reason why it is signed anew
 */
record ClosingAgain(
        int year, @Nullable String ofProgramme, @Nullable String reason) {}

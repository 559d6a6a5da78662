package se.samsteg.closing;

import org.jspecify.annotations.Nullable;

/**
 * A year that the lead signs beside those that come of themselves: form {@code closing-again}.
 *
 * @param programme name of the programme, where the association has several
 * @param reason why it is signed anew
 */
record ClosingAgain(
        int year, @Nullable String programme, @Nullable String reason) {}

package se.samsteg.handover;

import org.jspecify.annotations.Nullable;

/**
 * What the successor in a case must know: form {@code handover-note}.
 *
 * @param role whose part in the case it is, in Swedish
 */
record Note(
        String role,
        String agreed,
        @Nullable String urgent,
        @Nullable String appointments) {}

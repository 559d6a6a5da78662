package se.samsteg.consent;

import org.jspecify.annotations.Nullable;

/**
 * What may go on after a consent was taken back: form {@code consent-settlement}.
 *
 * @param continues unchanged, adapted or not-possible
 */
record Settlement(String continues, @Nullable String agreed) {}

package se.samsteg.planning;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * The measurement at the start, with which later ones are compared. An answer may be missing, but never without a
 * reason: a missing answer is not a bad one.
 *
 * @param instrument the set of questions; answers to different sets are never compared
 * @param selfRatedHealth very-good, good, fair, poor or very-poor
 * @param health and the other scales: 0 (worst) to 10 (best)
 * @param sickLeaveDegree 0, 25, 50, 75 or 100 per cent
 */
record Baseline(
        String instrument,
        String instrumentVersion,
        @Nullable String selfRatedHealth,
        @Nullable Integer health,
        @Nullable Integer motivation,
        @Nullable Integer structure,
        @Nullable Integer socialContacts,
        @Nullable Integer readiness,
        @Nullable Integer sickLeaveDegree,
        @Nullable String missingReason) {

    Baseline {
        boolean missing = Stream.of(
                        selfRatedHealth, health, motivation, structure, socialContacts, readiness, sickLeaveDegree)
                .anyMatch(Objects::isNull);
        if (missing && missingReason == null) {
            throw new Refused("Varför saknas svar?: ange skälet när något svar saknas.");
        }
        if (!missing && missingReason != null) {
            throw new Refused("Varför saknas svar?: alla svar finns, ta bort skälet.");
        }
    }
}

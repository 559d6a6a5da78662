package se.samsteg.exit;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * The same questions as at the start, or why they were not answered.
 *
 * @param measured yes or no
 * @param selfRatedHealth very-good, good, fair, poor or very-poor
 * @param healthSinceStart better, same or worse
 * @param health and the other scales: 0 is worst and 10 best
 * @param missingReason unreachable, declined, too-ill, deceased or other; null when measured
 */
record Measurement(
        String measured,
        @Nullable String selfRatedHealth,
        @Nullable String healthSinceStart,
        @Nullable String sickLeaveDegree,
        @Nullable Integer health,
        @Nullable Integer motivation,
        @Nullable Integer structure,
        @Nullable Integer socialContacts,
        @Nullable Integer readiness,
        @Nullable String missingReason,
        @Nullable String note,
        String instrument,
        String instrumentVersion) {

    Measurement {
        var answers = Arrays.asList(
                selfRatedHealth,
                healthSinceStart,
                sickLeaveDegree,
                health,
                motivation,
                structure,
                socialContacts,
                readiness);
        if (YesNo.YES.is(measured)) {
            if (answers.contains(null)) {
                throw new Refused("Deltagarens skattning: besvara alla frågor när slutmätningen är gjord.");
            }
            if (missingReason != null) {
                throw new Refused("Varför saknas mätningen?: lämna tomt när slutmätningen är gjord.");
            }
        } else {
            if (missingReason == null) {
                throw new Refused("Varför saknas mätningen?: välj ett skäl.");
            }
            if (answers.stream().anyMatch(Objects::nonNull)) {
                throw new Refused("Deltagarens skattning: lämna tomt när slutmätningen saknas.");
            }
        }
    }
}

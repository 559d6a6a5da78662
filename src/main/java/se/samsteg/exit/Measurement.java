package se.samsteg.exit;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * The same questions as at the start, or why none of them was asked. Each answer is a number, an option or the reason why it
 * is missing.
 *
 * @param measured yes or no
 * @param selfRatedHealth very-good, good, fair, poor or very-poor, or why it is missing
 * @param healthSinceStart better, same or worse, or why it is missing
 * @param selfSupportSinceStart as {@code healthSinceStart}, of the conditions to support oneself
 * @param physicalHealth and the other scales: 0 is worst and 10 best, or why it is missing
 * @param sickLeaveDegree 0, 25, 50, 75 or 100 per cent, or unknown; whether or not there was a measurement
 * @param missingReason unreachable, declined, too-ill, deceased or other; null when measured
 */
record Measurement(
        String measured,
        @Nullable String selfRatedHealth,
        @Nullable String healthSinceStart,
        @Nullable String selfSupportSinceStart,
        @Nullable String physicalHealth,
        @Nullable String mentalHealth,
        @Nullable String socialHealth,
        @Nullable String motivation,
        @Nullable String structure,
        @Nullable String selfEsteem,
        @Nullable String responsibility,
        @Nullable String swedish,
        @Nullable String readiness,
        @Nullable String sickLeaveDegree,
        @Nullable String missingReason,
        @Nullable String note,
        String instrument,
        String instrumentVersion) {

    Measurement {
        if (YesNo.YES.is(measured) && missingReason != null) {
            throw new Refused("Varför saknas mätningen?: lämna tomt när slutmätningen är gjord.");
        }
        if (!YesNo.YES.is(measured) && missingReason == null) {
            throw new Refused("Varför saknas mätningen?: välj ett skäl.");
        }
    }
}

package se.samsteg.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;

/**
 * What the coach lays before the unit of one participant: form {@code review-preparation}. What is seen is drawn up from
 * facts, and the coach takes out what is not to be shown.
 *
 * @param seenHealth changes in the participant's own ratings; shown with consent to health alone
 * @param seenPlan steps, promises and lines to the caseworker
 * @param seenAttendance shown where setting, referral and consent share attendance
 * @param words the coach's own
 */
@FactOf("review-preparation")
record Preparation(
        @Nullable String seenHealth,
        @Nullable String seenPlan,
        @Nullable String seenAttendance,
        @Nullable String words,
        String nextStep,
        @Nullable LocalDate nextStepOn) {

    /** {@code Söka praktikplats, till 2027-03-10}. */
    String next() {
        return nextStep + (nextStepOn == null ? "" : ", till " + nextStepOn);
    }
}

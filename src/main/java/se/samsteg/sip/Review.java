package se.samsteg.sip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a decision: form {@code sip-decision}.
 *
 * @param decisionState done, partly or not-done
 * @param newDate when it is asked about again; null where it is not
 */
record Review(
        String decisionState,
        @Nullable String why,
        @Nullable LocalDate newDate) {

    /** The decision after it was asked about. */
    SipDecision of(SipDecision decision, LocalDate today) {
        return newDate == null ? decision.settle(decisionState, today) : decision.postpone(newDate);
    }
}

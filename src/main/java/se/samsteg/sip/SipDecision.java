package se.samsteg.sip;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a SIP meeting, followed up until it is settled or ends with its case.
 *
 * @param number as in the form of the meeting
 * @param owner participant, coach, af, fk, soc, region or other
 * @param dueOn when it is asked about
 * @param postponed how often it got a new date
 * @param outcome done, partly or not-done; case-closed if it ended with the SIP; null while it is open
 */
record SipDecision(
        UUID id,
        UUID sip,
        String caseNumber,
        int number,
        String what,
        String owner,
        LocalDate dueOn,
        int postponed,
        @Nullable LocalDate endedOn,
        @Nullable String outcome) {

    boolean open() {
        return endedOn == null;
    }

    /** @throws IllegalStateException if it has ended */
    SipDecision postpone(LocalDate newDate) {
        requireOpen();
        return new SipDecision(id, sip, caseNumber, number, what, owner, newDate, postponed + 1, null, null);
    }

    /**
     * It is not followed up any more.
     *
     * @throws IllegalStateException if it has ended
     */
    SipDecision settle(String result, LocalDate today) {
        requireOpen();
        return new SipDecision(id, sip, caseNumber, number, what, owner, dueOn, postponed, today, result);
    }

    private void requireOpen() {
        if (!open()) {
            throw new IllegalStateException("decision %s has ended".formatted(id));
        }
    }
}

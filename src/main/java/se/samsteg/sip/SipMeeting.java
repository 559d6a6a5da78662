package se.samsteg.sip;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A SIP meeting: requested, called to as often as it takes until it is held, and ended when its decisions are followed up.
 * It is given up where it is not held. One that has ended stays as it is.
 *
 * @param kind with-authorities, or network-only
 * @param calls how often it was called to; each call is a fact, so this is read and never stored
 * @param attempts how many of these calls were answered: the meeting was held or was not
 * @param obstacle why the last one was not held: see table sip
 * @param outcome followed-up, given-up or case-closed
 */
record SipMeeting(
        UUID id,
        String caseNumber,
        String kind,
        LocalDate requestedOn,
        String requestedBy,
        String wantedBy,
        int calls,
        int attempts,
        @Nullable String obstacle,
        @Nullable LocalDate heldOn,
        @Nullable LocalDate endedOn,
        @Nullable String outcome) {

    @OptionsOf("sip-request.kind")
    enum Kind implements Code {
        WITH_AUTHORITIES,
        NETWORK_ONLY
    }

    /** The obstacle where no meeting was called to; the other obstacles are options of the form. */
    static final String NOT_CALLED = "not-called";

    /** @param requestedBy user id */
    static SipMeeting request(String caseNumber, String kind, String requestedBy, String wantedBy, LocalDate today) {
        return new SipMeeting(
                UUID.randomUUID(), caseNumber, kind, today, requestedBy, wantedBy, 0, 0, null, null, null, null);
    }

    /** @throws IllegalStateException if it is held or has ended, or what became of the last call is not written down */
    SipMeeting call() {
        requireWanted();
        require(calls == attempts, "is called to already");
        return new SipMeeting(
                id,
                caseNumber,
                kind,
                requestedOn,
                requestedBy,
                wantedBy,
                calls + 1,
                attempts,
                obstacle,
                heldOn,
                endedOn,
                outcome);
    }

    /**
     * No party is called, which is no attempt.
     *
     * @throws IllegalStateException as for a call
     */
    SipMeeting forgo() {
        requireWanted();
        require(calls == attempts, "is called to already");
        return attempted(attempts, NOT_CALLED, null);
    }

    /**
     * The meeting that was called to was not held.
     *
     * @throws IllegalStateException if none was called to
     */
    SipMeeting fail(String why) {
        requireCalled();
        return attempted(attempts + 1, why, null);
    }

    /**
     * The meeting that was called to was held.
     *
     * @throws Refused if that was before it was asked for or after today
     * @throws IllegalStateException if none was called to
     */
    SipMeeting hold(LocalDate day, LocalDate today) {
        requireCalled();
        if (day.isBefore(requestedOn) || day.isAfter(today)) {
            throw new Refused("Hölls den: ange en dag från det att mötet begärdes till och med i dag.");
        }
        return attempted(attempts + 1, null, day);
    }

    /** Whether it is a meeting with the participant's network, without authorities. */
    boolean network() {
        return Kind.NETWORK_ONLY.is(kind);
    }

    /** @throws IllegalStateException if it was not held or has ended */
    SipDecision decide(Meeting.Decision decision) {
        requireRunning();
        require(heldOn != null, "was not held");
        return new SipDecision(
                UUID.randomUUID(),
                id,
                caseNumber,
                decision.number(),
                decision.what(),
                decision.owner(),
                decision.dueOn(),
                0,
                null,
                null);
    }

    /**
     * @param result followed-up, given-up or case-closed
     * @param openDecisions how many of its decisions are still to be followed up
     * @throws IllegalStateException if it has ended, was not held or has open decisions and is said to be followed up, or
     *     was held and is said to be given up
     */
    SipMeeting end(String result, int openDecisions, LocalDate today) {
        requireRunning();
        switch (result) {
            case "followed-up" -> {
                require(heldOn != null, "was not held");
                require(openDecisions == 0, "has open decisions");
            }
            case "given-up" -> require(heldOn == null, "was held");
            case "case-closed" -> {}
            default -> throw new IllegalArgumentException("a SIP does not end as " + result);
        }
        return new SipMeeting(
                id,
                caseNumber,
                kind,
                requestedOn,
                requestedBy,
                wantedBy,
                calls,
                attempts,
                obstacle,
                heldOn,
                today,
                result);
    }

    private SipMeeting attempted(int attemptsNow, @Nullable String why, @Nullable LocalDate day) {
        return new SipMeeting(
                id,
                caseNumber,
                kind,
                requestedOn,
                requestedBy,
                wantedBy,
                calls,
                attemptsNow,
                why,
                day,
                endedOn,
                outcome);
    }

    private void requireCalled() {
        requireWanted();
        require(calls > attempts, "is not called to");
    }

    private void requireWanted() {
        requireRunning();
        require(heldOn == null, "was held");
    }

    private void requireRunning() {
        require(endedOn == null, "has ended");
    }

    private void require(boolean itsTurn, String otherwise) {
        if (!itsTurn) {
            throw new IllegalStateException("SIP %s %s".formatted(id, otherwise));
        }
    }
}

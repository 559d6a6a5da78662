package se.samsteg.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a SIP meeting: form {@code sip-request}.
 *
 * @param kind with-authorities, or network-only; null in what was written before the form asked
 * @param wantedBy participant, coach, caseworker, care or other
 * @param parties see {@link Codes#PARTIES}
 * @param network who is invited to a meeting without authorities, in words; null for a SIP
 * @param agreed the participant wants it: a plan is drawn up with consent only
 */
record Request(
        String caseNumber,
        @Nullable String kind,
        String purpose,
        String wantedBy,
        List<String> parties,
        @Nullable String otherParty,
        @Nullable String network,
        @Nullable String agenda,
        Boolean agreed) {}

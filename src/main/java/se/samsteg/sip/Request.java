package se.samsteg.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a SIP meeting: form {@code sip-request}.
 *
 * @param wantedBy participant, coach, caseworker, care or other
 * @param parties see {@link Codes#PARTIES}
 * @param agreed the participant wants it: a plan is drawn up with consent only
 */
record Request(
        String caseNumber,
        String purpose,
        String wantedBy,
        List<String> parties,
        @Nullable String otherParty,
        @Nullable String agenda,
        Boolean agreed) {}

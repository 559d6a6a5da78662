package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's way through one programme.
 *
 * @param caseNumber does not identify the person: {@code SB-2026-0042}
 * @param caseworker user id of who referred
 * @param authority af, fk, soc or region
 * @param earlierCase the same person's last case here, if any (a re-referral)
 * @param complexity 1 to 3, the weight in the coach's load
 */
public record CaseFile(
        String caseNumber,
        String programme,
        UUID person,
        String caseworker,
        String authority,
        @Nullable String earlierCase,
        @Nullable String coach,
        @Nullable String deputy,
        int complexity,
        LocalDate openedOn,
        @Nullable LocalDate enrolledOn,
        @Nullable LocalDate closedOn) {

    public boolean open() {
        return closedOn == null;
    }
}

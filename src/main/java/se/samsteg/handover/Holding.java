package se.samsteg.handover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.staff.Role;

/**
 * A case that a member of staff holds.
 *
 * @param authority the referring authority's code
 * @param role coach or caseworker
 * @param weight 1 to 3, in the coach's load
 */
record Holding(
        String caseNumber,
        String programme,
        String authority,
        String role,
        int weight,
        @Nullable LocalDate closedOn,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean protectedIdentity) {

    boolean coached() {
        return role.equals(Role.COACH.id());
    }

    /** A case that is closed weighs nothing: only its follow-up is left. */
    int load() {
        return coached() && closedOn == null ? weight : 0;
    }

    String label() {
        return caseNumber + " – "
                + (protectedIdentity ? "skyddade personuppgifter" : firstName + " " + lastName)
                + (coached() ? ", tyngd " + weight : "")
                + (closedOn == null ? "" : ", avslutat, följs upp");
    }
}

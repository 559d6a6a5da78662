package se.samsteg.handover;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What is given on and to whom: form {@code handover-selection}.
 *
 * @param decision hand-over or cancel
 * @param toUser user id
 * @param cases case numbers
 * @param groups numbers of groups
 */
record Selection(
        String decision,
        @Nullable String toUser,
        List<String> cases,
        List<String> groups,
        @Nullable String ceilingReason) {

    @OptionsOf("handover-selection.decision")
    enum Decision implements Code {
        HAND_OVER
    }

    Selection {
        cases = Objects.requireNonNullElse(cases, List.of()); // what the form hides is left out
        groups = Objects.requireNonNullElse(groups, List.of());
        if (Decision.HAND_OVER.is(decision) && cases.isEmpty() && groups.isEmpty()) {
            throw new Refused("Ärenden: välj minst ett ärende eller en grupp, eller avbryt coachbytet.");
        }
    }
}

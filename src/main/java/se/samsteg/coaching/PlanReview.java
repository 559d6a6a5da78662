package se.samsteg.coaching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A review of the action plan with the participant.
 *
 * @param planChange keep or revise; revised parts replace those of the plan, the others stay as they were
 */
record PlanReview(
        String achieved,
        String planChange,
        @Nullable String goal,
        @Nullable String steps,
        @Nullable String exitPlan,
        LocalDate agreedOn) {

    @OptionsOf("coaching-plan-review.planChange")
    enum Change implements Code {
        REVISE
    }

    PlanReview {
        boolean revised = goal != null || steps != null || exitPlan != null;
        if (Change.REVISE.is(planChange) && !revised) {
            throw new Refused("Ändringar i planen: fyll i minst en del när planen ändras.");
        }
        if (!Change.REVISE.is(planChange) && revised) {
            throw new Refused("Ändringar i planen: lämna tomt när planen gäller som den är.");
        }
    }
}

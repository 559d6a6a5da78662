package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.Numbered;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A review of the action plan with the participant.
 *
 * @param steps what else there is to say of the steps; all of them, before each became a row
 * @param planChange keep or revise; revised parts replace those of the plan, the others stay as they were
 */
record PlanReview(
        String achieved,
        String planChange,
        @Nullable String goal,
        @Numbered("step") List<PlanStep> rows,
        @Nullable String steps,
        @Nullable String exitPlan,
        LocalDate agreedOn) {

    @OptionsOf("coaching-plan-review.planChange")
    enum Change implements Code {
        REVISE
    }

    PlanReview {
        boolean revised = goal != null || !rows.isEmpty() || steps != null || exitPlan != null;
        if (Change.REVISE.is(planChange) && !revised) {
            throw new Refused("Ändringar i planen: fyll i minst en del när planen ändras.");
        }
        if (!Change.REVISE.is(planChange) && revised) {
            throw new Refused("Ändringar i planen: lämna tomt när planen gäller som den är.");
        }
        List<String> wrong = PlanStep.wrong(rows);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Numbered;
import se.samsteg.form.Refused;

/**
 * What a preliminary action plan lacked.
 *
 * @param steps what else there is to say of the steps; all of them, before each became a row
 */
record PlanCompletion(
        @Nullable String goal,
        @Numbered("step") List<PlanStep> rows,
        @Nullable String steps,
        String exitPlan,
        LocalDate agreedOn) {

    PlanCompletion {
        List<String> wrong = PlanStep.wrong(rows);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that completes or revises the action plan; what another party promises in it is followed up. */
record PlanStep(
        int number,
        @Nullable String purpose,
        @Nullable String measure,
        @Nullable String responsible,
        @Nullable LocalDate date) {

    /** What is wrong with steps, for the reader of the form. */
    static List<String> wrong(List<PlanStep> steps) {
        return steps.stream()
                .filter(step ->
                        step.purpose == null || step.measure == null || step.responsible == null || step.date == null)
                .map(step -> "Delmål %d: ange syfte, insats, ansvarig och datum, eller lämna allt tomt."
                        .formatted(step.number))
                .toList();
    }
}

package se.samsteg.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Content;
import se.samsteg.casefile.View;

/** Where a case is just now: on the ladder, and whose turn it is. */
@Component
class CaseCourse {

    private final CaseSteps steps;
    private final Turns turns;
    private final Development development;

    CaseCourse(CaseSteps steps, Turns turns, Development development) {
        this.steps = steps;
        this.turns = turns;
        this.development = development;
    }

    /** @param scales the answers to the own questions over time */
    record Shown(List<CaseSteps.Rung> ladder, Turns.Shown tasks, List<Development.Scale> scales) {}

    Shown of(View view) {
        return new Shown(
                view.shows(Content.STEPS) ? steps.of(view.file()) : List.of(),
                view.shows(Content.TASKS) ? turns.of(view) : new Turns.Shown(List.of(), false),
                view.shows(Content.MEASUREMENTS)
                        ? development.of(view.caseNumber()).scales()
                        : List.of());
    }
}

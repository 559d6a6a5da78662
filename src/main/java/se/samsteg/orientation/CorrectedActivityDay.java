package se.samsteg.orientation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected booking of an activity moves the task in which it is recorded, and what that shows. */
@Component
class CorrectedActivityDay {

    private static final String PROCESS = "orientation";

    private final Orientation orientation;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedActivityDay(Orientation orientation, CaseTimers timers, TaskTexts texts) {
        this.orientation = orientation;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        String caseNumber = corrected.caseNumber();
        boolean booking =
                corrected.kind().equals("orientation-plan") || corrected.kind().equals("orientation-progress");
        if (booking && timers.running(PROCESS, caseNumber)) {
            timers.due(PROCESS, caseNumber, "userTask_carryOutOrientation", orientation.nextDay(caseNumber));
            texts.rewrite(caseNumber, (key, shown) -> key.equals("booked") ? orientation.booked(caseNumber) : shown);
        }
    }
}

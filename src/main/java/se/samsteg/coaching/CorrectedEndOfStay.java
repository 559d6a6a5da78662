package se.samsteg.coaching;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.rectification.FactCorrected;

/** A corrected last day of the stay moves when its end is prepared next. */
@Component
class CorrectedEndOfStay {

    private final CoachingDays days;
    private final CaseTimers timers;

    CorrectedEndOfStay(CoachingDays days, CaseTimers timers) {
        this.days = days;
        this.timers = timers;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("coaching-end-preparation", "extendedTo")) {
            timers.move("stay", corrected.caseNumber(), "timer_prepare", days.endPreparation(corrected.caseNumber()));
        }
    }
}

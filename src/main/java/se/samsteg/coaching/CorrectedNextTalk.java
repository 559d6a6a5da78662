package se.samsteg.coaching;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.rectification.FactCorrected;

/** A corrected day of the next talk moves the task that is open for it. */
@Component
class CorrectedNextTalk {

    private final CoachingDays days;
    private final CaseTimers timers;

    CorrectedNextTalk(CoachingDays days, CaseTimers timers) {
        this.days = days;
        this.timers = timers;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("coaching-talk", "nextTalk")) {
            timers.due("coaching", corrected.caseNumber(), "userTask_holdTalk", days.talk(corrected.caseNumber()));
        }
    }
}

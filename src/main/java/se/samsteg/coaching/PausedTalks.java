package se.samsteg.coaching;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.pause.PauseChanged;

/** A care pause moves the day on which the lead is told that the participant has not been met. */
@Component
class PausedTalks {

    private final CaseTimers timers;
    private final CoachingDays days;

    PausedTalks(CaseTimers timers, CoachingDays days) {
        this.timers = timers;
        this.days = days;
    }

    @EventListener
    void changed(PauseChanged pause) {
        timers.move("coaching", pause.caseNumber(), "timer_noContact", days.noContact(pause.caseNumber()));
    }
}

package se.samsteg.pause;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** Another last day of a pause that runs moves when the return is planned, and by when. */
@Component
class MovedLastDay {

    private static final String PROCESS = "pause";

    private final Pauses pauses;
    private final PauseDays days;
    private final CaseTimers timers;
    private final TaskTexts texts;
    private final ApplicationEventPublisher events;

    MovedLastDay(Pauses pauses, PauseDays days, CaseTimers timers, TaskTexts texts, ApplicationEventPublisher events) {
        this.pauses = pauses;
        this.days = days;
        this.timers = timers;
        this.texts = texts;
        this.events = events;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("pause-period", "untilDay") || corrected.is("pause-return", "untilDay")) {
            follow(corrected.caseNumber());
        }
    }

    /** Counts anew from the last day that holds now, if there is a pause, and announces it. */
    void follow(String caseNumber) {
        pauses.lastDay(caseNumber).ifPresent(lastDay -> move(caseNumber, lastDay));
        announce(caseNumber);
    }

    void announce(String caseNumber) {
        events.publishEvent(new PauseChanged(caseNumber));
    }

    private void move(String caseNumber, LocalDate lastDay) {
        timers.move(PROCESS, caseNumber, "timer_returnNears", days.returnNears(caseNumber, lastDay));
        timers.due(PROCESS, caseNumber, "userTask_planReturn", days.morning(lastDay));
        texts.rewrite(caseNumber, (key, shown) -> key.equals("paused") ? pauses.text(caseNumber, lastDay) : shown);
    }
}

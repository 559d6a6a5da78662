package se.samsteg.planning;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected day of the enrolment talk moves the task in which it is recorded, and what that shows. */
@Component
class CorrectedEnrolmentDay {

    private static final String PROCESS = "planning";

    private final Planning planning;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedEnrolmentDay(Planning planning, CaseTimers timers, TaskTexts texts) {
        this.planning = planning;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("admission-summons", "enrolmentDate") || corrected.is("planning-enrolment", "newDay")) {
            move(corrected.caseNumber());
        }
    }

    private void move(String caseNumber) {
        timers.due(PROCESS, caseNumber, "userTask_holdEnrolment", planning.enrolmentDay(caseNumber));
        timers.move(PROCESS, caseNumber, "timer_noContactBeforeEnrolment", planning.noContactDue(caseNumber));
        texts.rewrite(caseNumber, (key, shown) -> key.equals("booked") ? planning.enrolmentBooked(caseNumber) : shown);
    }
}

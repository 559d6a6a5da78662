package se.samsteg.intake;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected day of the three-party talk, or of the next try to book it, moves the task that is open for it. */
@Component
class CorrectedTalkDay {

    private final Intake intake;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedTalkDay(Intake intake, CaseTimers timers, TaskTexts texts) {
        this.intake = intake;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        String caseNumber = corrected.caseNumber();
        if (corrected.is("intake-booking", "talkDate") && timers.running("intake", caseNumber)) {
            timers.due("intake", caseNumber, "userTask_holdTalk", intake.talkDay(caseNumber));
            texts.rewrite(caseNumber, (key, shown) -> key.equals("booked") ? intake.booked(caseNumber) : shown);
        }
        if (corrected.is("intake-booking", "nextTryOn")) {
            timers.due("intake", caseNumber, "userTask_bookTalk", intake.bookingDue(caseNumber));
        }
    }
}

package se.samsteg.intake;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected day of the three-party talk moves the task in which it is recorded, and what that shows. */
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
    }
}

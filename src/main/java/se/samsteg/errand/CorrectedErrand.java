package se.samsteg.errand;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.engine.CaseTimers.About;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected day until which a colleague is asked for something moves the colleague's task, and what that shows. */
@Component
class CorrectedErrand {

    private static final String ABOUT = "errandId";

    private final Errands errands;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedErrand(Errands errands, CaseTimers timers, TaskTexts texts) {
        this.errands = errands;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.kind().equals("errand-request")) {
            errands.of(corrected.caseNumber()).forEach(id -> move(corrected.caseNumber(), id));
        }
    }

    private void move(String caseNumber, String id) {
        timers.due("errand", caseNumber, new About(ABOUT, id), "userTask_doErrand", errands.due(id));
        errands.shown(id).forEach((key, now) -> texts.show(caseNumber, ABOUT, id, key, now));
    }
}

package se.samsteg.prerehab;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.form.TaskTexts;
import se.samsteg.rectification.FactCorrected;

/** A corrected day of the assessment moves the task in which it is recorded, and what that shows. */
@Component
class CorrectedAssessmentDay {

    private final Prerehab prerehab;
    private final CaseTimers timers;
    private final TaskTexts texts;

    CorrectedAssessmentDay(Prerehab prerehab, CaseTimers timers, TaskTexts texts) {
        this.prerehab = prerehab;
        this.timers = timers;
        this.texts = texts;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("assessment-booking", "day") || corrected.is("prerehab-support-assessment", "newDay")) {
            String caseNumber = corrected.caseNumber();
            timers.due("assessment", caseNumber, "userTask_assessSupport", prerehab.assessmentDay(caseNumber));
            texts.rewrite(
                    caseNumber,
                    (key, shown) -> key.equals("bookedAssessment") ? prerehab.bookedAssessment(caseNumber) : shown);
        }
    }
}

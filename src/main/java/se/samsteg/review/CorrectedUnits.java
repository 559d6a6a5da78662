package se.samsteg.review;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.rectification.FactCorrected;

/** A participant whose referring unit was wrong goes from the coming review of that unit to the one of the right unit. */
@Component
class CorrectedUnits {

    private final Reviews reviews;
    private final ReviewAgenda agenda;
    private final CaseUnits units;

    CorrectedUnits(Reviews reviews, ReviewAgenda agenda, CaseUnits units) {
        this.reviews = reviews;
        this.agenda = agenda;
        this.units = units;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is(FactCorrected.UNIT, FactCorrected.UNIT)) {
            String caseNumber = corrected.caseNumber();
            String unit = units.referringCode(caseNumber).orElse("");
            reviews.comingElsewhere(caseNumber, unit).forEach(review -> agenda.drop(review, caseNumber));
            reviews.coming(caseNumber, unit).forEach(review -> agenda.add(review, caseNumber));
        }
    }
}

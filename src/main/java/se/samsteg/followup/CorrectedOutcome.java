package se.samsteg.followup;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.rectification.FactCorrected;

/** What is asked after the exit follows a corrected outcome: nothing more of a participant who turns out to have died. */
@Component
class CorrectedOutcome {

    private final Beginning beginning;

    CorrectedOutcome(Beginning beginning) {
        this.beginning = beginning;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("exit-outcome", "mainOutcome") || corrected.is("exit-outcome", "oneYearAgreed")) {
            beginning.follow(corrected.caseNumber());
        }
    }
}

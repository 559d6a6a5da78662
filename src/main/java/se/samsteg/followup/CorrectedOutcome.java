package se.samsteg.followup;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.rectification.FactCorrected;

/** There is no follow-up of a participant who turns out to have died, and there is one if that was wrong. */
@Component
class CorrectedOutcome {

    private final Beginning beginning;

    CorrectedOutcome(Beginning beginning) {
        this.beginning = beginning;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("exit-outcome", "mainOutcome")) {
            beginning.follow(corrected.caseNumber());
        }
    }
}

package se.samsteg.admission;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTimers;
import se.samsteg.rectification.FactCorrected;

/** A corrected day of the next try to call to enrolment moves the task that is open for it. */
@Component
class CorrectedNextTry {

    private final Calls calls;
    private final CaseTimers timers;

    CorrectedNextTry(Calls calls, CaseTimers timers) {
        this.calls = calls;
        this.timers = timers;
    }

    @EventListener
    void corrected(FactCorrected corrected) {
        if (corrected.is("admission-summons", "nextTryOn")) {
            timers.due("admission", corrected.caseNumber(), "userTask_summon", calls.due(corrected.caseNumber()));
        }
    }
}

package se.samsteg.absence;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.engine.LastStep;
import se.samsteg.programme.Programmes;

/** What coach and referring authority decide together: who that authority is, and how the participation ends. */
@Component
class WayOut {

    /** The ground on which repeated no-shows discontinue participation. */
    private static final String GROUND = "absence";

    private final CaseFiles cases;
    private final CasePhase casefile;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final LastStep lastStep;

    WayOut(
            CaseFiles cases,
            CasePhase casefile,
            Programmes programmes,
            @Lazy RuntimeService runtime,
            LastStep lastStep) {
        this.cases = cases;
        this.casefile = casefile;
        this.programmes = programmes;
        this.runtime = runtime;
        this.lastStep = lastStep;
    }

    /** The authority that referred, by name. */
    String authority(String caseNumber) {
        return programmes.authority(caseNumber, cases.get(caseNumber).authority());
    }

    /**
     * Begins the exit; one that has begun otherwise meanwhile goes on as it is. Before enrolment there is nothing to exit
     * from: the referral is withdrawn, and the place goes to the next.
     */
    void begin(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        if (file.enrolledOn() == null) {
            // A referral that is withdrawn closes the case at once, and that ends this process too, which is not over
            // yet.
            lastStep.takes(() -> runtime.createMessageCorrelation("referral.withdrawn")
                    .processInstanceBusinessKey(caseNumber)
                    .correlate());
        } else if (!casefile.exiting(caseNumber)) {
            runtime.createMessageCorrelation("participation.discontinued")
                    .processInstanceBusinessKey(caseNumber)
                    .setVariable("ground", GROUND)
                    .correlate();
        }
    }
}

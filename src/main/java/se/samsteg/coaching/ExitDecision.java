package se.samsteg.coaching;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CasePhase;
import se.samsteg.form.Refused;

/**
 * The decision that the exit begins, which can be taken back until the exit date: until then talks, group and placement go
 * on beside the exit.
 */
@Component
class ExitDecision {

    private final CasePhase casefile;
    private final RuntimeService runtime;

    ExitDecision(CasePhase casefile, @Lazy RuntimeService runtime) {
        this.casefile = casefile;
        this.runtime = runtime;
    }

    /** What the talk's form says of a running exit, in Swedish; null without one. */
    @Nullable
    String state(String caseNumber) {
        return casefile.exiting(caseNumber)
                ? "Utslussning pågår. Samtal, grupp och placering fortsätter till slutdagen."
                : null;
    }

    /** @throws Refused if an exit that runs is to begin, or one that does not run is to be undone */
    void check(String caseNumber, Talk talk) {
        boolean exiting = casefile.exiting(caseNumber);
        if (Boolean.TRUE.equals(talk.beginExit()) && exiting) {
            throw new Refused("Börja utslussning: utslussningen har redan börjat.");
        }
        if (Boolean.TRUE.equals(talk.undoExit()) && !exiting) {
            throw new Refused("Ångra utslussningen: ingen utslussning pågår.");
        }
    }

    /**
     * Begins the exit; one that runs goes on as it is.
     *
     * @throws Refused while the programme's process still follows a model in which the exit was not gradual
     */
    void begin(String caseNumber) {
        if (casefile.exiting(caseNumber)) {
            return;
        }
        try {
            runtime.createMessageCorrelation("exit.begun")
                    .processInstanceBusinessKey(caseNumber)
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw new Refused(
                    "Börja utslussning: ärendet följer ännu en äldre version. Försök igen om en stund, eller be "
                            + "projektledaren om hjälp.");
        }
    }

    /** Ends the exit, and what waits for the answers to an återremiss that was sent already; the ladder goes on. */
    void undo(String caseNumber) {
        runtime.createMessageCorrelation("exit.undone")
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }
}

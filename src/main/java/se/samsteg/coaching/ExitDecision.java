package se.samsteg.coaching;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.form.Refused;

/**
 * The decision that the exit begins, which can be taken back until the exit date: until then talks, group and placement go
 * on beside the exit.
 */
@Component
class ExitDecision {

    private static final String RUNS = "exitRuns";
    private static final String STATE = "Utslussning pågår. Samtal, grupp och placering fortsätter till slutdagen.";

    private final CasePhase casefile;
    private final CaseFiles cases;
    private final RuntimeService runtime;
    private final TaskService tasks;

    ExitDecision(CasePhase casefile, CaseFiles cases, @Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.casefile = casefile;
        this.cases = cases;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * What the talk's form says of a running exit, in Swedish; null without one.
     *
     * @param coaching knows of an exit that a talk has begun in the transaction in which the next talk is prepared
     */
    @Nullable
    String state(DelegateExecution coaching) {
        return Boolean.TRUE.equals(coaching.getVariable(RUNS)) ? STATE : null;
    }

    /** What a talk decides; the talk after it begins in the same transaction, and shows it. */
    void decide(DelegateExecution coaching) {
        String caseNumber = (String) coaching.getVariable("caseNumber");
        boolean undone = Boolean.TRUE.equals(coaching.getVariable("undoExit"));
        if (undone) {
            undo(caseNumber);
        } else {
            begin(caseNumber);
        }
        coaching.getProcessInstance().setVariable(RUNS, !undone);
    }

    /** The ladder decides that the exit begins: the talk that is open shows it. */
    void beginFromLadder(String caseNumber) {
        begin(caseNumber);
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("coaching")
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(coaching -> runtime.setVariable(coaching.getId(), RUNS, true));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("userTask_holdTalk")
                .list()
                .forEach(talk -> runtime.setVariableLocal(talk.getExecutionId(), "exitState", STATE));
    }

    /** @throws Refused if an exit that runs is to begin, or one that does not run is to be undone or near its end */
    void check(String caseNumber, Talk talk) {
        boolean exiting = casefile.exiting(caseNumber);
        if (Boolean.TRUE.equals(talk.beginExit()) && exiting) {
            throw new Refused("Börja utslussning: utslussningen har redan börjat.");
        }
        if (Boolean.TRUE.equals(talk.undoExit()) && !exiting) {
            throw new Refused("Ångra utslussningen: ingen utslussning pågår.");
        }
        if (Boolean.TRUE.equals(talk.lastTalk()) && (!exiting || Boolean.TRUE.equals(talk.undoExit()))) {
            throw new Refused("Det blir inget mer samtal: boka nästa när ingen utslussning pågår.");
        }
    }

    /**
     * Begins the exit; one that runs goes on as it is.
     *
     * @throws Refused while the programme's process still follows a model in which the exit was not gradual
     */
    private void begin(String caseNumber) {
        cases.lock(caseNumber); // a talk and the ladder may decide it at once
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
    private void undo(String caseNumber) {
        runtime.createMessageCorrelation("exit.undone")
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }
}

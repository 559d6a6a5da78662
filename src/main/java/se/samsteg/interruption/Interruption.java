package se.samsteg.interruption;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Avbrott: the referral is withdrawn before enrolment, or participation is discontinued after it. */
@Phase("interruption")
public class Interruption {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final CasePhase casefile;
    private final Actor actor;
    private final RuntimeService runtime;

    Interruption(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            OwnCases ownCases,
            CasePhase casefile,
            Actor actor,
            @Lazy RuntimeService runtime) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.ownCases = ownCases;
        this.casefile = casefile;
        this.actor = actor;
        this.runtime = runtime;
    }

    /**
     * Takes the request of the case's caseworker, its coach or a programme lead, who then confirms it.
     *
     * @throws Refused if it is no open case of theirs, or is being exited already
     */
    public void receive(DelegateExecution execution) {
        String caseNumber =
                own(forms.ofStart(execution).as(Chosen.class).caseNumber()).caseNumber();
        execution.setProcessBusinessKey(caseNumber);
        execution.setVariable("startedBy", actor.user());
    }

    private CaseFile own(String caseNumber) {
        CaseFile file = ownCases.get(caseNumber);
        if (casefile.exiting(file.caseNumber())) {
            throw new Refused("Ärende: utslussningen har redan börjat. Avsluta den i dina uppgifter.");
        }
        if (file.enrolledOn() == null && casefile.waitsAgain(file.caseNumber())) {
            throw new Refused("Ärende: det är återöppnat och väntar på en plats. Avbryt det när det har fått en.");
        }
        return file;
    }

    /** What the confirmation leads to, for the one who confirms. */
    public String consequence(String caseNumber) {
        return enrolled(caseNumber)
                ? "Deltagandet avbryts: samtal, grupp och placering upphör, och coachen avslutar med utslussning. "
                        + "Det går inte att ångra före slutdagen. Efter den finns Återöppna ärende."
                : "Remissen återtas och ärendet avslutas. Det går inte att ångra. En ny remiss kan skickas.";
    }

    public boolean enrolled(String caseNumber) {
        return cases.get(caseNumber).enrolledOn() != null;
    }

    /**
     * Records the request when it is confirmed; what was asked for by mistake leaves nothing in the file.
     *
     * @throws Refused if the case was closed, changed hands or began its exit meanwhile
     */
    public void record(DelegateTask task) {
        if (forms.of(task).as(Request.class).isConfirmed()) {
            own((String) task.getVariable("caseNumber"));
            facts.record(task, Request.class);
        }
    }

    public void withdraw(DelegateExecution execution) {
        runtime.createMessageCorrelation("referral.withdrawn")
                .processInstanceBusinessKey((String) execution.getVariable("caseNumber"))
                .correlate();
    }

    public void discontinue(DelegateExecution execution) {
        runtime.createMessageCorrelation("participation.discontinued")
                .processInstanceBusinessKey((String) execution.getVariable("caseNumber"))
                .setVariable("ground", execution.getVariable("ground"))
                .correlate();
    }
}

package se.samsteg.interruption;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.Casefile;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Forms;
import se.samsteg.engine.Phase;
import se.samsteg.engine.Refused;

/** Avbrott: the referral is withdrawn before enrolment, or participation is discontinued after it. */
@Phase("interruption")
public class Interruption {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final Casefile casefile;
    private final RuntimeService runtime;

    Interruption(Forms forms, Facts facts, OwnCases ownCases, Casefile casefile, @Lazy RuntimeService runtime) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.casefile = casefile;
        this.runtime = runtime;
    }

    /**
     * Takes the request of the case's caseworker, its coach or a programme lead.
     *
     * @throws Refused if it is no open case of theirs, or is being exited already
     */
    public void receive(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Request request = form.as(Request.class);
        CaseFile file = ownCases.get(request.caseNumber());
        if (casefile.exiting(file.caseNumber())) {
            throw new Refused("Ärende: utslussningen har redan börjat. Avsluta den i dina uppgifter.");
        }
        facts.append(file.caseNumber(), null, form, request);
        execution.setProcessBusinessKey(file.caseNumber());
        execution.setVariable("enrolled", file.enrolledOn() != null);
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

package se.samsteg.interruption;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Forms;
import se.samsteg.engine.Phase;
import se.samsteg.engine.Refused;
import se.samsteg.programme.Programmes;

/** Avbrott: the referral is withdrawn before enrolment, or participation is discontinued after it. */
@Phase("interruption")
public class Interruption {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final Programmes programmes;
    private final Actor actor;
    private final RuntimeService runtime;

    Interruption(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            Programmes programmes,
            Actor actor,
            @Lazy RuntimeService runtime) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.programmes = programmes;
        this.actor = actor;
        this.runtime = runtime;
    }

    /**
     * Takes the request of the case's caseworker, its coach or a programme lead.
     *
     * @throws Refused with one and the same sentence if the case does not exist, is not open or is somebody else's, so
     *     that nobody can probe for cases; and if the case is being exited already
     */
    public void receive(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Request request = form.as(Request.class);
        CaseFile file = cases.find(request.caseNumber())
                .filter(CaseFile::open)
                .filter(this::mine)
                .orElseThrow(
                        () -> new Refused("Ärende: inget pågående ärende med det numret finns bland dina ärenden."));
        if (exiting(file.caseNumber())) {
            throw new Refused("Ärende: utslussningen har redan börjat. Avsluta den i dina uppgifter.");
        }
        facts.append(file.caseNumber(), null, form, request);
        execution.setProcessBusinessKey(file.caseNumber());
        execution.setVariable("enrolled", file.enrolledOn() != null);
    }

    private boolean mine(CaseFile file) {
        String me = actor.user();
        return me.equals(file.caseworker())
                || me.equals(file.coach())
                || (actor.groups().contains("programme-lead")
                        && actor.tenants()
                                .contains(programmes.get(file.programme()).tenant()));
    }

    private boolean exiting(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey("exit")
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
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

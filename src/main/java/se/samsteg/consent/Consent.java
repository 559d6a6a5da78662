package se.samsteg.consent;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.Authority;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Forms;
import se.samsteg.engine.Phase;
import se.samsteg.engine.Refused;

/** Samtycke: what the participant has allowed, and takes back whenever it is wished. */
@Phase("consent")
public class Consent {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final Consents consents;
    private final RuntimeService runtime;

    Consent(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            OwnCases ownCases,
            Consents consents,
            @Lazy RuntimeService runtime) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.ownCases = ownCases;
        this.consents = consents;
        this.runtime = runtime;
    }

    /**
     * Withdraws consent on the participant's word, at once.
     *
     * @throws Refused if it is no open case of the member of staff, or there is no such consent to take back
     */
    public void withdraw(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Withdrawal withdrawal = form.as(Withdrawal.class);
        CaseFile file = ownCases.get(withdrawal.caseNumber());
        if (consents.withdraw(file.caseNumber(), withdrawal.authorities()) == 0) {
            throw new Refused("Gäller: det finns inget samtycke för de myndigheterna att återkalla.");
        }
        facts.append(file.caseNumber(), null, form, withdrawal);
        execution.setProcessBusinessKey(file.caseNumber());
    }

    /** Tells the case's process; one that is being exited early has nothing left to settle. */
    public void announce(DelegateExecution execution) {
        runtime.createMessageCorrelation("consent.withdrawn")
                .processInstanceBusinessKey((String) execution.getVariable("caseNumber"))
                .correlateAll();
    }

    /** User id of the coach; null before there is one, when the programme lead settles it. */
    public @Nullable String coach(String caseNumber) {
        return cases.get(caseNumber).coach();
    }

    /** Whom the participant has taken back consent for, as the coach reads it. */
    public String withdrawn(String caseNumber) {
        return Authority.names(consents.withdrawn(caseNumber));
    }

    public void recordSettlement(DelegateTask task) {
        facts.record(task, Settlement.class);
    }
}

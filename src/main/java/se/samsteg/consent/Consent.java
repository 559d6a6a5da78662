package se.samsteg.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;

/** Samtycke: what the participant has allowed, and takes back whenever it is wished. */
@Phase("consent")
public class Consent {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final Withdrawals withdrawals;
    private final EndOfSharing endOfSharing;
    private final Actor actor;

    Consent(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            OwnCases ownCases,
            Withdrawals withdrawals,
            EndOfSharing endOfSharing,
            Actor actor) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.ownCases = ownCases;
        this.withdrawals = withdrawals;
        this.endOfSharing = endOfSharing;
        this.actor = actor;
    }

    /**
     * Takes the request of a member of staff who works with the participant, and who then confirms it.
     *
     * @throws se.samsteg.form.Refused if it is no case of the member of staff
     */
    public void receive(DelegateExecution execution) {
        String caseNumber = forms.ofStart(execution).as(Chosen.class).caseNumber();
        execution.setProcessBusinessKey(
                ownCases.getAsStaffOpenOrClosed(caseNumber).caseNumber());
        execution.setVariable("startedBy", actor.user());
    }

    /**
     * Withdraws consent on the participant's word, as soon as it is confirmed whose it is.
     *
     * @throws se.samsteg.form.Refused if the case changed hands meanwhile, or there is no such consent to take back
     */
    public void withdraw(DelegateTask task) {
        withdrawals.record(task);
    }

    /** Nothing that was allowed is told any more: unsent letters stop, and the authority's tasks go to the leads. */
    public void stopSharing(String caseNumber) {
        endOfSharing.stop(caseNumber);
    }

    /** Whether the case goes on, also on its way out, so that it must be settled what may go on in it. */
    public boolean leavesSomethingToSettle(String caseNumber) {
        return cases.get(caseNumber).closedOn() == null;
    }

    /** Tells the case's process, where it settles what a withdrawn consent leaves. Models up to 8a78509 call it. */
    public void announce(DelegateExecution execution) {
        endOfSharing.announce((String) execution.getVariable("caseNumber"));
    }

    /** User id of the acting coach; null before there is one, when the programme lead settles it. */
    public @Nullable String coach(String caseNumber) {
        return cases.actingCoach(caseNumber);
    }

    /** What the participant has taken back and which letters were not sent, as the coach reads it. */
    public String withdrawn(String caseNumber) {
        return withdrawals.text(caseNumber);
    }

    public void recordSettlement(DelegateTask task) {
        facts.record(task, Settlement.class);
    }
}

package se.samsteg.consent;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Holders;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programmes;

/** Samtycke: what the participant has allowed, and takes back whenever it is wished. */
@Phase("consent")
public class Consent {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final Consents consents;
    private final Holders holders;
    private final Letter letter;
    private final Programmes programmes;
    private final Actor actor;
    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;

    Consent(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            OwnCases ownCases,
            Consents consents,
            Holders holders,
            Letter letter,
            Programmes programmes,
            Actor actor,
            @Lazy RuntimeService runtime,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.ownCases = ownCases;
        this.consents = consents;
        this.holders = holders;
        this.letter = letter;
        this.programmes = programmes;
        this.actor = actor;
        this.runtime = runtime;
        this.events = events;
    }

    /**
     * Takes the request of a member of staff who works with the participant, and who then confirms it.
     *
     * @throws Refused if it is no case of the member of staff
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
     * @throws Refused if the case changed hands meanwhile, or there is no such consent to take back
     */
    public void withdraw(DelegateTask task) {
        Withdrawal withdrawal = forms.of(task).as(Withdrawal.class);
        if (!withdrawal.isConfirmed()) {
            return;
        }
        String caseNumber =
                ownCases.getAsStaffOpenOrClosed(withdrawal.caseNumber()).caseNumber();
        if (consents.withdraw(caseNumber, withdrawal.authorities(), withdrawal.information()) == 0) {
            throw new Refused("Gäller: det finns inget sådant samtycke för de myndigheterna att återkalla.");
        }
        facts.record(task, Withdrawal.class);
    }

    /** Nothing that was allowed is told any more: unsent letters stop, and the authority's tasks go to the leads. */
    public void stopSharing(String caseNumber) {
        letter.stopUnsent(caseNumber);
        holders.relieve(caseNumber);
        events.publishEvent(new ConsentWithdrawn(caseNumber));
    }

    /** Tells the case's process; one that is being exited early has nothing left to settle. */
    public void announce(DelegateExecution execution) {
        runtime.createMessageCorrelation("consent.withdrawn")
                .processInstanceBusinessKey((String) execution.getVariable("caseNumber"))
                .correlateAll();
    }

    /** User id of the acting coach; null before there is one, when the programme lead settles it. */
    public @Nullable String coach(String caseNumber) {
        return cases.actingCoach(caseNumber);
    }

    /** What the participant has taken back and which letters were not sent, as the coach reads it. */
    public String withdrawn(String caseNumber) {
        String takenBack = String.join("\n", consents.of(caseNumber).withdrawn(programmes::authority));
        String stopped = letter.stopped(caseNumber).stream()
                .map(each -> each.title() + " " + each.text(programmes::authority))
                .collect(Collectors.joining("\n"));
        return stopped.isEmpty() ? takenBack : takenBack + "\n\nStoppade brev:\n" + stopped;
    }

    public void recordSettlement(DelegateTask task) {
        facts.record(task, Settlement.class);
    }
}

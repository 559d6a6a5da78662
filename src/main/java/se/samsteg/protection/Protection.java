package se.samsteg.protection;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;

/** Skyddade personuppgifter: name and contact show nowhere but to the coach and the lead. */
@Phase("protection")
public class Protection {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;
    private final ConcealedPersons concealed;
    private final Actor actor;
    private final Clock clock;

    Protection(Forms forms, Facts facts, OwnCases ownCases, ConcealedPersons concealed, Actor actor, Clock clock) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
        this.concealed = concealed;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Takes the request of the case's caseworker, its coach or a programme lead, who then confirms it.
     *
     * @throws se.samsteg.form.Refused if it is no case of theirs
     */
    public void receive(DelegateExecution execution) {
        String caseNumber = forms.ofStart(execution).as(Chosen.class).caseNumber();
        execution.setProcessBusinessKey(ownCases.getAlsoClosed(caseNumber).caseNumber());
        execution.setVariable("startedBy", actor.user());
    }

    /**
     * Records the request when it is confirmed; what was asked for by mistake leaves nothing in the file.
     *
     * @throws se.samsteg.form.Refused if the decision lies ahead, or the case changed hands meanwhile
     */
    public void record(DelegateTask task) {
        Request request = forms.of(task).as(Request.class);
        if (request.isConfirmed()) {
            ownCases.getAlsoClosed(request.caseNumber());
            request.checkOn(LocalDate.now(clock));
            facts.record(task, Request.class);
        }
    }

    /**
     * From now on the person's name shows to the coach and the lead only, in every case that the person has in the
     * association. What was written before is gone through under every name, number and address that is or was known:
     * facts, promises and decisions, what open tasks show, and drafts. A task that was given to a colleague goes to the
     * leads.
     */
    public void conceal(String caseNumber) {
        concealed.add(caseNumber);
    }
}

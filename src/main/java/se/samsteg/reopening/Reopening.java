package se.samsteg.reopening;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/**
 * Återöppnande: a case goes on under its number after an exit that was too early, or after the participant was said to have
 * died or to want no more contact.
 */
@Phase("reopening")
public class Reopening {

    /** Subject of the fact where the case is open again, so that an exit before it counts no more. */
    private static final String OPENED = "opened";

    private static final String PLACE = "place";

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final Undoing undoing;
    private final Resuming resuming;
    private final Actor actor;

    Reopening(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            OwnCases ownCases,
            Undoing undoing,
            Resuming resuming,
            Actor actor) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.ownCases = ownCases;
        this.undoing = undoing;
        this.resuming = resuming;
        this.actor = actor;
    }

    /**
     * Takes the request of the case's coach or a programme lead, who then confirms it.
     *
     * @throws Refused if it is no case of theirs, or cannot be opened any more
     */
    public void receive(DelegateExecution execution) {
        String caseNumber = forms.ofStart(execution).as(Chosen.class).caseNumber();
        undoing.place(ownCases.getWhollyAlsoClosed(caseNumber));
        execution.setProcessBusinessKey(caseNumber);
        execution.setVariable("startedBy", actor.user());
    }

    /** What the confirmation leads to, for the one who confirms. */
    public String consequence(String caseNumber) {
        return undoing.consequence(cases.get(caseNumber));
    }

    /**
     * Records the request when it is confirmed; what was asked for by mistake leaves nothing in the file.
     *
     * @throws Refused if the case cannot be opened any more, or the person has another open case
     */
    public void record(DelegateTask task) {
        if (forms.of(task).as(Request.class).isConfirmed()) {
            Place place = undoing.place(ownCases.getWhollyAlsoClosed((String) task.getVariable("caseNumber")));
            facts.record(task, Request.class, place.opens() ? OPENED : null);
        }
    }

    /** Opens the case; what follows on its exit ends, and what was told of the participant is taken back. */
    public void open(DelegateExecution execution) {
        String caseNumber = caseNumber(execution);
        Place place = undoing.place(cases.get(caseNumber));
        execution.setVariable(PLACE, place.name());
        execution.setVariable(
                CaseInstances.ENDED, String.join(" ", undoing.ended(caseNumber).orElse(Set.of())));
        if (place.opens()) {
            resuming.open(caseNumber);
        }
        undoing.takeBack(caseNumber);
    }

    /** Whether the case goes on in a place of the programme. */
    public boolean needsPlace(DelegateExecution execution) {
        return place(execution).needsPlace();
    }

    /** The case goes on. The follow-up of a closed case is resumed by its own phase. */
    public void resume(DelegateExecution execution) {
        resuming.begin(caseNumber(execution), place(execution));
    }

    /**
     * The case that waits for a place is exited early instead.
     *
     * @param execution holds {@code ground} as the interruption gives it
     */
    public void discontinue(DelegateExecution execution) {
        resuming.discontinue(caseNumber(execution), (String) execution.getVariable("ground"));
    }

    private static Place place(DelegateExecution execution) {
        return Place.valueOf((String) execution.getVariable(PLACE));
    }

    private static String caseNumber(DelegateExecution execution) {
        return (String) execution.getVariable("caseNumber");
    }
}

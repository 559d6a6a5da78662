package se.samsteg.milestone;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/** Händelser: what happens to a participant on the way and is counted, such as a therapy that was begun. */
@Phase("milestone")
public class Milestone {

    private final Forms forms;
    private final Facts facts;
    private final OwnCases ownCases;

    Milestone(Forms forms, Facts facts, OwnCases ownCases) {
        this.forms = forms;
        this.facts = facts;
        this.ownCases = ownCases;
    }

    /**
     * Takes up what the case's coach or a programme lead notes.
     *
     * @throws Refused if it is no open case of theirs, or the day is not within it
     */
    public void note(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        Event event = form.as(Event.class);
        String caseNumber = ownCases.get(event.caseNumber()).caseNumber();
        execution.setProcessBusinessKey(caseNumber);
        facts.append(caseNumber, null, form, event);
    }
}

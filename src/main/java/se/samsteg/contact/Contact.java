package se.samsteg.contact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.person.PersonChanges;

/** Kontaktuppgifter: coach or lead changes how a participant is reached. What was known before stays in the trail. */
@Phase("contact")
public class Contact {

    private final Forms forms;
    private final OwnCases ownCases;
    private final PersonChanges changes;

    Contact(Forms forms, OwnCases ownCases, PersonChanges changes) {
        this.forms = forms;
        this.ownCases = ownCases;
        this.changes = changes;
    }

    /** @throws Refused if it is no case of theirs, or the form changes nothing */
    public void change(DelegateExecution execution) {
        ContactChange change = forms.ofStart(execution).as(ContactChange.class);
        String caseNumber = ownCases.getWhollyAlsoClosed(change.caseNumber()).caseNumber();
        execution.setProcessBusinessKey(caseNumber);
        change.changes().forEach((key, value) -> changes.bringUpToDate(caseNumber, key, value));
    }
}

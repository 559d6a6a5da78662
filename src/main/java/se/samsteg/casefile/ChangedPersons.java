package se.samsteg.casefile;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.draft.Drafts;
import se.samsteg.form.TaskTexts;
import se.samsteg.person.Person;
import se.samsteg.person.PersonChanged;
import se.samsteg.person.Persons;
import se.samsteg.person.Redaction;

/**
 * A person is known otherwise: the heads of open tasks say so. Of a protected identity the new name is taken out of what
 * was written before, as the old one was.
 */
@Component
class ChangedPersons {

    private final CaseFiles cases;
    private final Persons persons;
    private final FactConcealment facts;
    private final CaseTexts written;
    private final TaskTexts shown;
    private final Drafts begun;
    private final CasePhase casefile;

    ChangedPersons(
            CaseFiles cases,
            Persons persons,
            FactConcealment facts,
            CaseTexts written,
            TaskTexts shown,
            Drafts begun,
            CasePhase casefile) {
        this.cases = cases;
        this.persons = persons;
        this.facts = facts;
        this.written = written;
        this.shown = shown;
        this.begun = begun;
        this.casefile = casefile;
    }

    @EventListener
    void changed(PersonChanged event) {
        String caseNumber = event.caseNumber();
        Person person = persons.of(caseNumber);
        Redaction redaction = Redaction.of(person);
        if (person.protectedIdentity()) {
            facts.conceal(person, redaction);
            written.conceal(person, redaction);
        }
        cases.ofSamePerson(caseNumber).forEach(one -> {
            if (person.protectedIdentity()) {
                begun.rewrite(one, (field, value) -> redaction.inside(value));
            }
            String head = casefile.participant(one);
            shown.rewrite(one, (key, value) -> key.equals("participant") ? head : value);
        });
    }
}

package se.samsteg.conference;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.person.Persons;

/** What the lead decides on a duplicate, and what follows at once. */
@Component
class DuplicateReview {

    private final Facts facts;
    private final Forms forms;
    private final CaseFiles cases;
    private final Persons persons;
    private final Letter letter;
    private final RuntimeService runtime;

    DuplicateReview(
            Facts facts, Forms forms, CaseFiles cases, Persons persons, Letter letter, @Lazy RuntimeService runtime) {
        this.facts = facts;
        this.forms = forms;
        this.cases = cases;
        this.persons = persons;
        this.letter = letter;
        this.runtime = runtime;
    }

    /**
     * Records what the lead decided; a referral that is joined becomes a note in the open case, whose coach is told.
     *
     * @throws Refused if what is known of the person has changed meanwhile and another decision is needed
     */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Duplicate decided = facts.record(task, Duplicate.class);
        var open = cases.openBefore(caseNumber);
        if (Duplicate.Decision.JOIN.is(decided.decision())) {
            String other = open.orElseThrow(
                    () -> new Refused("Beslut: det pågående ärendet är avslutat. Välj något av de andra besluten."));
            facts.append(other, null, forms.of(task), decided);
            letter.toCoachOf(other, task.getExecution(), "conference-joined");
            if (persons.of(caseNumber).protectedIdentity()) {
                protect(other);
            }
        } else if (Duplicate.Decision.NEW.is(decided.decision())) {
            if (open.isPresent()) {
                throw new Refused("Beslut: personen har ett pågående ärende, " + open.get()
                        + ". Lägg remissen till det eller rekommendera annat.");
            }
            if (persons.protectedUnsaid(caseNumber)) {
                cases.recognise(caseNumber);
                protect(caseNumber);
            }
        }
    }

    private void protect(String caseNumber) {
        runtime.createMessageCorrelation("identity.protected")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .correlateStartMessage();
    }
}

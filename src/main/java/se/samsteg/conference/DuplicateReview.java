package se.samsteg.conference;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.KnownPersons;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;

/** What the lead decides on a duplicate, and what follows at once. */
@Component
class DuplicateReview {

    private final Facts facts;
    private final Forms forms;
    private final CaseFiles cases;
    private final KnownPersons known;
    private final Letter letter;

    DuplicateReview(Facts facts, Forms forms, CaseFiles cases, KnownPersons known, Letter letter) {
        this.facts = facts;
        this.forms = forms;
        this.cases = cases;
        this.known = known;
        this.letter = letter;
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
            known.protectIn(other, caseNumber);
        } else if (Duplicate.Decision.NEW.is(decided.decision())) {
            if (open.isPresent()) {
                throw new Refused("Beslut: personen har ett pågående ärende, " + open.get()
                        + ". Lägg remissen till det eller rekommendera annat.");
            }
            known.recognise(caseNumber);
        }
    }
}

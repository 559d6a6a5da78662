package se.samsteg.protection;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseTexts;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Holders;
import se.samsteg.casefile.OwnCases;
import se.samsteg.casefile.Person;
import se.samsteg.casefile.Redaction;
import se.samsteg.engine.Forms;
import se.samsteg.engine.Phase;
import se.samsteg.engine.TaskTexts;

/** Skyddade personuppgifter: name and contact show nowhere but to the coach and the lead. */
@Phase("protection")
public class Protection {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final Holders holders;
    private final CaseTexts written;
    private final TaskTexts shown;
    private final Clock clock;

    Protection(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            OwnCases ownCases,
            Holders holders,
            CaseTexts written,
            TaskTexts shown,
            Clock clock) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.ownCases = ownCases;
        this.holders = holders;
        this.written = written;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * Takes the request of the case's caseworker, its coach or a programme lead.
     *
     * @throws se.samsteg.engine.Refused if it is no case of theirs
     */
    public void receive(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Request request = form.as(Request.class);
        CaseFile file = ownCases.getAlsoClosed(request.caseNumber());
        request.checkOn(LocalDate.now(clock));
        facts.append(file.caseNumber(), null, form, request);
        execution.setProcessBusinessKey(file.caseNumber());
    }

    /**
     * From now on the person's name shows to the coach and the lead only, in every case of the person. What was written
     * before is gone through: facts, promises and decisions, and what open tasks show and hold as drafts. A task that was
     * given to a colleague goes to the leads.
     */
    public void conceal(String caseNumber) {
        Person person = cases.protect(caseNumber);
        Redaction redaction = Redaction.of(person);
        facts.conceal(person, redaction);
        cases.ofSamePerson(caseNumber).forEach(one -> {
            written.conceal(one, redaction);
            shown.rewrite(one, (key, value) -> hidden(redaction, key, value));
            holders.relieve(one);
        });
        cases.groupsOf(person).forEach(group -> shown.rewrite(group, (key, value) -> redaction.inside(value)));
    }

    private static Object hidden(Redaction redaction, String key, Object value) {
        return key.equals("participant") ? Person.PROTECTED : redaction.inside(value);
    }
}

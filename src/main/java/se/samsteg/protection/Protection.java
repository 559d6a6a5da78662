package se.samsteg.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseTexts;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Holders;
import se.samsteg.casefile.OwnCases;
import se.samsteg.casefile.PersonData;
import se.samsteg.draft.Drafts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.TaskTexts;
import se.samsteg.person.Person;
import se.samsteg.person.Redaction;

/** Skyddade personuppgifter: name and contact show nowhere but to the coach and the lead. */
@Phase("protection")
public class Protection {

    private final Forms forms;
    private final Facts facts;
    private final CaseFiles cases;
    private final OwnCases ownCases;
    private final PersonData persons;
    private final Holders holders;
    private final CaseTexts written;
    private final TaskTexts shown;
    private final Actor actor;
    private final Drafts begun;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Protection(
            Forms forms,
            Facts facts,
            CaseFiles cases,
            OwnCases ownCases,
            PersonData persons,
            Holders holders,
            CaseTexts written,
            TaskTexts shown,
            Actor actor,
            Drafts begun,
            Clock clock,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.facts = facts;
        this.cases = cases;
        this.ownCases = ownCases;
        this.persons = persons;
        this.holders = holders;
        this.written = written;
        this.shown = shown;
        this.actor = actor;
        this.begun = begun;
        this.clock = clock;
        this.events = events;
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
        cases.protect(caseNumber);
        List<Person> same = cases.samePerson(caseNumber);
        List<String> all = cases.ofSamePerson(caseNumber);
        for (Person known : persons.everKnownAs(caseNumber)) {
            Redaction redaction = Redaction.of(known);
            for (Person person : same) {
                facts.conceal(person, redaction);
                written.conceal(person, redaction);
                cases.groupsOf(person).forEach(group -> concealInTasks(group, redaction));
            }
            all.forEach(one -> {
                shown.rewrite(one, (key, value) -> key.equals("participant") ? Person.PROTECTED : value);
                concealInTasks(one, redaction);
            });
        }
        persons.conceal(caseNumber);
        all.forEach(holders::relieve);
        events.publishEvent(new IdentityProtected(caseNumber));
    }

    private void concealInTasks(String about, Redaction redaction) {
        shown.rewriteWords(about, redaction::in);
        begun.rewrite(about, (key, value) -> redaction.inside(value));
    }
}

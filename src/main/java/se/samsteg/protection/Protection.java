package se.samsteg.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseTexts;
import se.samsteg.casefile.FactConcealment;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Holders;
import se.samsteg.casefile.OwnCases;
import se.samsteg.draft.Drafts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.TaskTexts;
import se.samsteg.person.Identities;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.person.Redaction;

/** Skyddade personuppgifter: name and contact show nowhere but to the coach and the lead. */
@Phase("protection")
public class Protection {

    private final Forms forms;
    private final Facts facts;
    private final FactConcealment concealment;
    private final CaseFiles cases;
    private final Identities identities;
    private final Persons persons;
    private final OwnCases ownCases;
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
            FactConcealment concealment,
            CaseFiles cases,
            Identities identities,
            Persons persons,
            OwnCases ownCases,
            Holders holders,
            CaseTexts written,
            TaskTexts shown,
            Actor actor,
            Drafts begun,
            Clock clock,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.facts = facts;
        this.concealment = concealment;
        this.cases = cases;
        this.identities = identities;
        this.persons = persons;
        this.ownCases = ownCases;
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
        persons.protect(caseNumber);
        List<Person> same = persons.same(caseNumber);
        List<String> all = cases.ofSamePerson(caseNumber);
        for (Person known : identities.everKnownAs(caseNumber, all)) {
            Redaction redaction = Redaction.of(known);
            for (Person person : same) {
                concealment.conceal(person, redaction);
                written.conceal(person, redaction);
            }
            cases.subjectsOf(all).forEach(subject -> concealInTasks(subject, redaction));
            all.forEach(one -> {
                shown.rewrite(one, (key, value) -> key.equals("participant") ? Person.PROTECTED : value);
                concealInTasks(one, redaction);
            });
        }
        identities.conceal(caseNumber, all);
        all.forEach(holders::relieve);
        events.publishEvent(new IdentityProtected(caseNumber));
    }

    private void concealInTasks(String about, Redaction redaction) {
        shown.rewriteWords(about, redaction::in);
        begun.rewrite(about, (key, value) -> redaction.inside(value));
    }
}

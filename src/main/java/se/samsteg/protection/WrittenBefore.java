package se.samsteg.protection;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseTexts;
import se.samsteg.casefile.FactConcealment;
import se.samsteg.draft.Drafts;
import se.samsteg.form.TaskTexts;
import se.samsteg.person.Person;
import se.samsteg.person.Redaction;

/** What was written of a person before: facts, promises and decisions, what open tasks show, and drafts. */
@Component
class WrittenBefore {

    private final FactConcealment facts;
    private final CaseTexts written;
    private final CaseFiles cases;
    private final TaskTexts shown;
    private final Drafts begun;

    WrittenBefore(FactConcealment facts, CaseTexts written, CaseFiles cases, TaskTexts shown, Drafts begun) {
        this.facts = facts;
        this.written = written;
        this.cases = cases;
        this.shown = shown;
        this.begun = begun;
    }

    /**
     * Goes through all of it under one name, number and address.
     *
     * @param same the rows of the association that are the person
     * @param caseNumbers of all the person's cases
     */
    void conceal(List<Person> same, Collection<String> caseNumbers, Redaction redaction) {
        for (Person person : same) {
            facts.conceal(person, redaction);
            written.conceal(person, redaction);
        }
        cases.subjectsOf(caseNumbers).forEach(subject -> concealInTasks(subject, redaction));
        caseNumbers.forEach(one -> {
            shown.rewrite(one, (key, value) -> key.equals("participant") ? Person.PROTECTED : value);
            concealInTasks(one, redaction);
        });
    }

    private void concealInTasks(String about, Redaction redaction) {
        shown.rewriteWords(about, redaction::in);
        begun.rewrite(about, (key, value) -> redaction.inside(value));
    }
}

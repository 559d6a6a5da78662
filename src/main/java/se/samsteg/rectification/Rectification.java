package se.samsteg.rectification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.FormText.Field;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

/**
 * Rättelse: one answer that is wrong in a case file is corrected, or the participant's differing opinion noted. A fact is
 * never edited: the corrected one refers to it.
 */
@Phase("rectification")
public class Rectification {

    private final Forms forms;
    private final Facts facts;
    private final Notes notes;
    private final CorrectedAnswers answers;
    private final OwnCases ownCases;
    private final Actor actor;
    private final ApplicationEventPublisher events;

    Rectification(
            Forms forms,
            Facts facts,
            Notes notes,
            CorrectedAnswers answers,
            OwnCases ownCases,
            Actor actor,
            ApplicationEventPublisher events) {
        this.forms = forms;
        this.facts = facts;
        this.notes = notes;
        this.answers = answers;
        this.ownCases = ownCases;
        this.actor = actor;
        this.events = events;
    }

    /**
     * Takes the request of the case's coach or a programme lead, whose the tasks are.
     *
     * @throws Refused if it is no case of theirs
     */
    public void receive(DelegateExecution execution) {
        Request request = forms.ofStart(execution).as(Request.class);
        CaseFile file = ownCases.getWhollyAlsoClosed(request.caseNumber());
        execution.setProcessBusinessKey(file.caseNumber());
        execution.setVariable("startedBy", actor.user());
    }

    /** What there is to correct, newest first: the form's title, when and by whom; never what was said. */
    public List<Choice> notes(String caseNumber) {
        return notes.of(caseNumber);
    }

    /** @throws Refused if what was chosen is no note of the case */
    public void choose(DelegateTask task) {
        String chosen = forms.of(task).as(Selection.class).chosen();
        notes.get((String) task.getVariable("caseNumber"), chosen);
    }

    /** The note as the head of a form. */
    public String title(String caseNumber, String chosen) {
        return notes.get(caseNumber, chosen).title();
    }

    /** The answers of the note, each as the form asks for it and as it stands now. */
    public List<Choice> targets(String caseNumber, String chosen) {
        return notes.get(caseNumber, chosen).targets();
    }

    /** One of the answers that a question of the note allows; the form shows those of the chosen one. */
    public record Alternative(String label, String value, String question) {}

    /** All that may be chosen among, question by question. */
    public List<Alternative> alternatives(String caseNumber, String chosen) {
        return notes.get(caseNumber, chosen).alternatives();
    }

    /** Whether the outcome is corrected as a whole. */
    public boolean whole(String chosen) {
        return Notes.whole(chosen);
    }

    /** The outcome as it stands now, by the form's keys. */
    public Map<String, Object> outcome(String caseNumber, String chosen) {
        return notes.get(caseNumber, chosen).answers();
    }

    /**
     * Corrects an outcome, and records why and who asked; never what stands there now.
     *
     * @throws Refused if the form or the rules of the outcome refuse an answer, or nothing is changed
     */
    public void correctOutcome(DelegateTask task) {
        OutcomeCorrection correction = forms.of(task).as(OutcomeCorrection.class);
        if (!correction.corrects()) {
            return;
        }
        String caseNumber = (String) task.getVariable("caseNumber");
        Note note = notes.get(caseNumber, (String) task.getVariable("chosen"));
        Map<String, @Nullable Object> corrected = correction.answers();
        if (!note.answers().containsKey(OutcomeCorrection.LIVELIHOOD)) {
            // Written before livelihood was a list: that form has no such fields.
            corrected.keySet().removeAll(OutcomeCorrection.ASKED_LATER);
        }
        Set<String> changed = answers.replace(task, caseNumber, note, corrected);
        facts.append(task, note.occasion(), correction);
        changed.forEach(key -> events.publishEvent(new FactCorrected(caseNumber, note.kind(), key)));
    }

    /**
     * Corrects what is to be corrected, and records which answer it was, why and who asked; never what stands there now.
     *
     * @throws Refused if the form or the rules of the fact refuse the new answer
     */
    public void correct(DelegateTask task) {
        Correction correction = forms.of(task).as(Correction.class);
        if (Correction.Action.NONE.is(correction.action())) {
            return;
        }
        String caseNumber = (String) task.getVariable("caseNumber");
        Note note = notes.get(caseNumber, (String) task.getVariable("chosen"));
        Field field = note.field(correction.key());
        if (correction.corrects()) {
            answers.replace(task, caseNumber, note, field, correction.value());
        }
        facts.append(task, note.occasion(), correction.named(note.named(field)));
        if (correction.corrects() && (note.fact() != null || note.ofUnit())) {
            events.publishEvent(new FactCorrected(caseNumber, note.kind(), field.key()));
        }
    }
}

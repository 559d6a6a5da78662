package se.samsteg.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseTexts;
import se.samsteg.casefile.Corrections;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.FormChanges;
import se.samsteg.form.FormText;
import se.samsteg.form.FormText.Field;
import se.samsteg.form.FormText.Kind;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.person.PersonAnswers;
import se.samsteg.person.PersonChanges;
import se.samsteg.staff.Colleagues;

/**
 * Rättelse: one answer that is wrong in a case file is corrected, or the participant's differing opinion noted. A fact is
 * never edited: the corrected one refers to it.
 */
@Phase("rectification")
public class Rectification {

    private static final String PERSON = "person";

    /** Consents have processes of their own, and what was said of a correction is not corrected. */
    private static final Set<String> NOT_OFFERED =
            Set.of("consent-withdrawal", "renewal-consents", "renewal-answer", "rectification-correction");

    /** Which case it is, and what was taken over into the person's record, where it can be corrected. */
    private static final Set<String> NO_ANSWERS = Set.of("caseNumber", "takenOver");

    private static final int LONGEST = 120;

    private final Forms forms;
    private final FormTexts texts;
    private final FormChanges changes;
    private final Facts facts;
    private final Corrections corrections;
    private final PersonChanges person;
    private final CaseTexts written;
    private final OwnCases ownCases;
    private final Colleagues names;
    private final Actor actor;
    private final Clock clock;

    Rectification(
            Forms forms,
            FormTexts texts,
            FormChanges changes,
            Facts facts,
            Corrections corrections,
            PersonChanges person,
            CaseTexts written,
            OwnCases ownCases,
            Colleagues names,
            Actor actor,
            Clock clock) {
        this.forms = forms;
        this.texts = texts;
        this.changes = changes;
        this.facts = facts;
        this.corrections = corrections;
        this.person = person;
        this.written = written;
        this.ownCases = ownCases;
        this.names = names;
        this.actor = actor;
        this.clock = clock;
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

    // ---- which note

    /** What there is to correct, newest first: the form's title, when and by whom; never what was said. */
    public List<Choice> notes(String caseNumber) {
        List<Corrections.Standing> all = corrections.standing(caseNumber).stream()
                .filter(fact ->
                        !NOT_OFFERED.contains(fact.kind()) && !asked(fact).isEmpty())
                .toList();
        Map<String, String> staff = names.names(
                all.stream().map(Corrections.Standing::by).distinct().toList());
        List<Choice> notes = new ArrayList<>();
        notes.add(new Choice("Deltagarens uppgifter: namn, nummer, kontakt och språk", PERSON));
        all.forEach(fact -> notes.add(new Choice(
                "%s · %s".formatted(title(fact), staff.getOrDefault(fact.by(), fact.by())),
                fact.id().toString())));
        return notes;
    }

    private String title(Corrections.Standing fact) {
        return texts.of(fact.kind(), fact.formVersion()).map(FormText::title).orElse("Anteckning") + " "
                + LocalDate.ofInstant(fact.at(), clock.getZone());
    }

    private List<Field> asked(Corrections.Standing fact) {
        return changes.asked(fact.kind(), fact.formVersion(), fact.content()).stream()
                .filter(field -> !NO_ANSWERS.contains(field.key()))
                .filter(field -> !fact.kind().equals(PersonAnswers.FORM)
                        || !PersonAnswers.has(field.key()) && !field.key().startsWith("consent"))
                .toList();
    }

    /** @throws Refused if what was chosen is no note of the case */
    public void choose(DelegateTask task) {
        String chosen = forms.of(task).as(Selection.class).chosen();
        note((String) task.getVariable("caseNumber"), chosen);
    }

    /**
     * A note that was chosen.
     *
     * @param fact null for the participant's own data
     */
    private record Note(String title, @Nullable UUID fact, List<Field> fields, Map<String, Object> answers) {

        Field field(String key) {
            return fields.stream()
                    .filter(field -> field.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Refused("Uppgift: välj en av uppgifterna i anteckningen."));
        }
    }

    private Note note(String caseNumber, String chosen) {
        if (chosen.equals(PERSON)) {
            Map<String, Object> answers = person.shown(caseNumber);
            return new Note(
                    "Deltagarens uppgifter",
                    null,
                    texts.of(PersonAnswers.FORM).orElseThrow().fields().stream()
                            .filter(field -> person.corrigible(caseNumber, field.key()))
                            .toList(),
                    answers);
        }
        Corrections.Standing fact = corrections
                .standing(caseNumber, UUID.fromString(chosen))
                .orElseThrow(() -> new Refused("Vad ska rättas? – välj något i listan."));
        return new Note(title(fact), fact.id(), asked(fact), fact.content());
    }

    // ---- which answer

    /** The note as the head of a form. */
    public String title(String caseNumber, String chosen) {
        return note(caseNumber, chosen).title();
    }

    /** The answers of the note, each as the form asks for it and as it stands now. */
    public List<Choice> targets(String caseNumber, String chosen) {
        Note note = note(caseNumber, chosen);
        return note.fields().stream()
                .map(field -> new Choice(
                        field.label()
                                + separator(field)
                                + shortened(said(field, note.answers().get(field.key()))),
                        Correction.target(field.kind(), field.key())))
                .toList();
    }

    private static String separator(Field field) {
        return field.label().endsWith("?") ? " " : ": ";
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static String said(Field field, @Nullable Object answer) {
        if (answer == null || answer.equals("") || answer.equals(List.of())) {
            return "(tomt)";
        }
        if (answer instanceof Boolean ticked) {
            return ticked ? "Ja" : "Nej";
        }
        Collection<?> all = answer instanceof Collection<?> several ? several : List.of(answer);
        return all.stream()
                .map(one -> field.options().getOrDefault(String.valueOf(one), String.valueOf(one)))
                .collect(Collectors.joining(", "));
    }

    /** One of the answers that a question of the note allows; the form shows those of the chosen one. */
    public record Alternative(String label, String value, String question) {}

    /** All that may be chosen among, question by question. */
    public List<Alternative> alternatives(String caseNumber, String chosen) {
        List<Alternative> all = new ArrayList<>();
        for (Field field : note(caseNumber, chosen).fields()) {
            Map<String, String> options = field.kind() == Kind.TICK ? yesOrNo() : field.options();
            options.forEach((value, label) ->
                    all.add(new Alternative(label, value, Correction.target(field.kind(), field.key()))));
        }
        return all;
    }

    private static Map<String, String> yesOrNo() {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("true", "Ja");
        both.put("false", "Nej");
        return both;
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
        Note note = note(caseNumber, (String) task.getVariable("chosen"));
        Field field = note.field(correction.key());
        if (correction.corrects()) {
            replace(task, caseNumber, note, field, correction.value());
        }
        facts.append(
                task,
                note.fact() == null ? PERSON : note.fact().toString(),
                correction.named(note.title() + ", " + field.label()));
    }

    private void replace(DelegateTask task, String caseNumber, Note note, Field field, @Nullable Object value) {
        if (note.fact() == null) {
            person.correct(caseNumber, field.key(), value);
            return;
        }
        corrections.correct(task, note.fact(), field.key(), value);
        if (field.free() && value instanceof String now && note.answers().get(field.key()) instanceof String before) {
            written.correct(caseNumber, field.key(), before, now);
        }
    }
}

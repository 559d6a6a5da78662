package se.samsteg.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.casefile.Corrections;
import se.samsteg.form.Choice;
import se.samsteg.form.FormChanges;
import se.samsteg.form.FormText;
import se.samsteg.form.FormText.Field;
import se.samsteg.form.FormText.Kind;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Refused;
import se.samsteg.person.PersonAnswers;
import se.samsteg.person.PersonChanges;
import se.samsteg.staff.Colleagues;

/** What a correction may change in a case file: the participant's own data, and the answers of its facts. */
@Component
class Notes {

    /** Consents have processes of their own, and what was said of a correction is not corrected. */
    private static final Set<String> NOT_OFFERED = Set.of(
            "consent-withdrawal",
            "renewal-consents",
            "renewal-answer",
            "rectification-correction",
            "rectification-outcome");

    /** Which case it is, and what was taken over into the person's record, where it can be corrected. */
    private static final Set<String> NO_ANSWERS = Set.of("caseNumber", "takenOver");

    private static final String UNIT = "Remitterande enhet";

    /** Before the id of a fact of which all answers are corrected together. */
    private static final String WHOLE = "whole.";

    private final Corrections corrections;
    private final PersonChanges person;
    private final CaseUnits units;
    private final FormTexts texts;
    private final FormChanges changes;
    private final Colleagues names;
    private final Clock clock;

    Notes(
            Corrections corrections,
            PersonChanges person,
            CaseUnits units,
            FormTexts texts,
            FormChanges changes,
            Colleagues names,
            Clock clock) {
        this.corrections = corrections;
        this.person = person;
        this.units = units;
        this.texts = texts;
        this.changes = changes;
        this.names = names;
        this.clock = clock;
    }

    /** What there is to correct, newest first: the form's title, when and by whom; never what was said. */
    List<Choice> of(String caseNumber) {
        List<Corrections.Standing> all = corrections.standing(caseNumber).stream()
                .filter(fact ->
                        !NOT_OFFERED.contains(fact.kind()) && !asked(fact).isEmpty())
                .toList();
        Map<String, String> staff = names.names(
                all.stream().map(Corrections.Standing::by).distinct().toList());
        List<Choice> notes = new ArrayList<>();
        notes.add(new Choice("Deltagarens uppgifter: namn, nummer, kontakt och språk", Note.PERSON));
        if (!units.ofAuthority(caseNumber).isEmpty()) {
            notes.add(new Choice(UNIT, Note.UNIT));
        }
        all.forEach(fact -> {
            String title = "%s · %s".formatted(title(fact), staff.getOrDefault(fact.by(), fact.by()));
            if (fact.kind().equals(OutcomeCorrection.OF)) {
                notes.add(new Choice(title + " (hela utfallet)", WHOLE + fact.id()));
            }
            notes.add(new Choice(title, fact.id().toString()));
        });
        return notes;
    }

    /** Whether all answers of the note are corrected together. */
    static boolean whole(String chosen) {
        return chosen.startsWith(WHOLE);
    }

    /** @throws Refused if what was chosen is no note of the case */
    Note get(String caseNumber, String chosen) {
        if (chosen.equals(Note.PERSON)) {
            Map<String, Object> answers = person.shown(caseNumber);
            return new Note(
                    "Deltagarens uppgifter",
                    PersonAnswers.FORM,
                    null,
                    texts.of(PersonAnswers.FORM).orElseThrow().fields().stream()
                            .filter(field -> person.corrigible(caseNumber, field.key()))
                            .toList(),
                    answers);
        }
        if (chosen.equals(Note.UNIT)) {
            return referringUnit(caseNumber);
        }
        Corrections.Standing fact = corrections
                .standing(caseNumber, UUID.fromString(whole(chosen) ? chosen.substring(WHOLE.length()) : chosen))
                .orElseThrow(() -> new Refused("Vad ska rättas?: välj något i listan."));
        return new Note(title(fact), fact.kind(), fact.id(), asked(fact), fact.content());
    }

    /** It comes from the register of staff, and no form asks for it. */
    private Note referringUnit(String caseNumber) {
        Field unit = new Field(Note.UNIT, "", UNIT, Kind.CHOICE, units.ofAuthority(caseNumber), false, true);
        return new Note(
                UNIT,
                Note.UNIT,
                null,
                List.of(unit),
                units.referringCode(caseNumber)
                        .<Map<String, Object>>map(code -> Map.of(Note.UNIT, code))
                        .orElse(Map.of()));
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
}

package se.samsteg.rectification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Choice;
import se.samsteg.form.FormText.Field;
import se.samsteg.form.FormText.Kind;
import se.samsteg.form.Refused;

/**
 * A note of which one answer may be corrected.
 *
 * @param title what it is and of which day
 * @param kind the form in which it was written
 * @param fact id of the fact; null for the participant's own data and the unit that referred
 * @param fields what was asked and may be corrected
 * @param answers as they stand now, by key
 */
record Note(String title, String kind, @Nullable UUID fact, List<Field> fields, Map<String, Object> answers) {

    /** What is chosen for the participant's own data. */
    static final String PERSON = "person";

    /** What is chosen for the unit that referred, and what it is called in the note of it. */
    static final String UNIT = "unit";

    private static final int LONGEST = 120;

    /** @throws Refused if the note has no such field */
    Field field(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("Uppgift: välj en av uppgifterna i anteckningen."));
    }

    /** To what a fact about its correction refers. */
    String occasion() {
        if (ofUnit()) {
            return UNIT;
        }
        return fact == null ? PERSON : fact.toString();
    }

    /** Whether it is the unit that referred, which is no answer of a form. */
    boolean ofUnit() {
        return kind.equals(UNIT);
    }

    /** Which answer it is, in words; of a unit also what it was, since no fact keeps that. */
    String named(Field field) {
        return ofUnit()
                ? "%s, som var %s".formatted(title, said(field, answers.get(field.key())))
                : title + ", " + field.label();
    }

    /** The answers, each as the form asks for it and as it stands now. */
    List<Choice> targets() {
        return fields.stream()
                .map(field -> new Choice(
                        field.label() + separator(field) + shortened(said(field, answers.get(field.key()))),
                        target(field)))
                .toList();
    }

    /** All that may be chosen among, question by question. */
    List<Rectification.Alternative> alternatives() {
        List<Rectification.Alternative> all = new ArrayList<>();
        for (Field field : fields) {
            Map<String, String> options = field.kind() == Kind.TICK ? yesOrNo() : field.options();
            options.forEach((value, label) -> all.add(new Rectification.Alternative(label, value, target(field))));
        }
        return all;
    }

    private static String target(Field field) {
        return Correction.target(field.kind(), field.key());
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

    private static Map<String, String> yesOrNo() {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("true", "Ja");
        both.put("false", "Nej");
        return both;
    }
}

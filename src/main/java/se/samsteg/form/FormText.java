package se.samsteg.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form in words: the one home of what a field and its options are called.
 *
 * @param title what the task is called, or the event that a process starts with
 * @param fields in the order of the form, those that are only shown too
 */
public record FormText(String id, String version, String title, List<Field> fields) {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    /**
     * A field in words.
     *
     * @param heading of the group around it where the form has the same caption twice; empty otherwise
     * @param caption what stands at the field in the form
     * @param options label by value; empty where the form does not name them itself
     * @param shownOnly what is no answer: only shown, or a box that only confirms another answer
     * @param answered whether the user answers it, among what the form itself names or freely; what is only shown, and
     *     what is chosen among something that stood in the task, is not
     */
    public record Field(
            String key,
            String heading,
            String caption,
            Kind kind,
            Map<String, String> options,
            boolean shownOnly,
            boolean answered) {

        /** What the field is called away from its form: with the heading where the caption alone is said twice. */
        public String label() {
            return heading.isEmpty() ? caption : heading + ", " + caption.toLowerCase(SWEDISH);
        }

        /** Whether anything may be written in it. */
        public boolean free() {
            return kind == Kind.TEXT;
        }
    }

    /** What kind of answer a field takes. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        /** A date on which people meet: a day off is asked back. */
        APPOINTMENT,
        TIME,
        CHOICE,
        CHOICES,
        TICK
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException if the form has no such field */
    public String label(String key) {
        return known(key).label();
    }

    /**
     * What an option is called; the code itself where the form does not offer it any more.
     *
     * @throws IllegalArgumentException if the form has no such field
     */
    public String option(String key, String code) {
        return known(key).options().getOrDefault(code, code);
    }

    /** A field and its answer on one line, {@code Hälsa: Ont i ryggen}; empty if there is no answer. */
    public Optional<String> line(String key, JsonNode content) {
        Field field = known(key);
        return Optional.of(content.path(key))
                .filter(AnswerText::says)
                .map(value -> field.label()
                        + (field.label().endsWith("?") ? " " : ": ")
                        + AnswerText.of(field, value, text -> text));
    }

    private Field known(String key) {
        return field(key).orElseThrow(() -> new IllegalArgumentException("form " + id + " has no field " + key));
    }

    /** @param text of the form's file */
    static FormText of(Form form, String text, String title) {
        Map<String, String> groups = new LinkedHashMap<>();
        try {
            groups(Json.MAPPER.readTree(text), "", groups);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form that was read is no JSON", e);
        }
        Map<String, Long> times =
                form.fields().stream().collect(Collectors.groupingBy(FormField::label, Collectors.counting()));
        return new FormText(
                form.id(),
                form.version(),
                title,
                form.fields().stream()
                        .map(field -> new Field(
                                field.key(),
                                times.getOrDefault(field.label(), 1L) == 1 ? "" : groups.getOrDefault(field.key(), ""),
                                field.label(),
                                kind(field),
                                options(field.json()),
                                field.disabled() || field.confirms(),
                                answered(field)))
                        .toList());
    }

    private static void groups(JsonNode parent, String around, Map<String, String> into) {
        for (JsonNode component : parent.path("components")) {
            if (component.has("key")) {
                into.put(component.path("key").asText(), around);
            }
            groups(component, component.path("label").asText(around), into);
        }
    }

    private static Kind kind(FormField field) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case DATETIME ->
                field.subtype().equals("time")
                        ? Kind.TIME
                        : field.property("dayOff").equals("asked") ? Kind.APPOINTMENT : Kind.DATE;
            case CHECKBOX -> Kind.TICK;
            case RADIO, SELECT -> Kind.CHOICE;
            case CHECKLIST, TAGLIST, DYNAMICLIST -> Kind.CHOICES;
        };
    }

    private static boolean answered(FormField field) {
        JsonNode json = field.json();
        return !field.disabled()
                && !field.confirms()
                && !json.has("valuesKey")
                && !json.has("valuesExpression")
                && !json.path("readonly").asBoolean()
                && field.type() != FormField.Type.DYNAMICLIST;
    }

    private static Map<String, String> options(JsonNode field) {
        Map<String, String> options = new LinkedHashMap<>();
        field.path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        field.path("components").forEach(column -> options.putAll(options(column)));
        return options;
    }
}

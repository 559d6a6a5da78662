package se.samsteg.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * A field of a form that holds a value.
 *
 * @param json the component as form-js (schema version 16) writes it
 * @param hides FEEL conditions of the field and the groups around it; one that is true hides the field
 * @param columns the fields of a row, for a dynamic list
 */
record FormField(String key, Type type, JsonNode json, List<String> hides, List<FormField> columns) {

    enum Type {
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        DATETIME,
        CHECKBOX,
        CHECKLIST,
        RADIO,
        SELECT,
        TAGLIST,
        DYNAMICLIST;

        static boolean holdsValue(String name) {
            return Arrays.stream(values())
                    .anyMatch(type -> type.name().toLowerCase(Locale.ROOT).equals(name));
        }

        static Type of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** What staff call the field; where its label is computed, {@code properties.name} says it. */
    String label() {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            String label = json.path(name).asText("");
            if (!label.isBlank() && !label.startsWith("=") && !label.contains("{{")) {
                return label;
            }
        }
        return json.path("properties").path("name").asText(key);
    }

    /** What the form says in the field's {@code properties}; empty if it says nothing. */
    String property(String name) {
        return json.path("properties").path(name).asText("");
    }

    /**
     * Whether it only says that another field's unlikely answer is meant ({@code properties.confirms}): asked back by the
     * form, and no answer of its own.
     */
    boolean confirms() {
        return !property("confirms").isEmpty();
    }

    /** Shown only; the browser does not send it. */
    boolean disabled() {
        return json.path("disabled").asBoolean(false);
    }

    /** {@code date}, {@code time} or {@code datetime}. */
    String subtype() {
        return json.path("subtype").asText("date");
    }

    /** A rule of the form's by form-js's name for it, such as {@code maxLength}; a missing node if there is none. */
    JsonNode rule(String name) {
        return json.path("validate").path(name);
    }

    boolean list() {
        return type == Type.CHECKLIST || type == Type.TAGLIST || type == Type.DYNAMICLIST;
    }

    /** Whether a text is written in it. */
    boolean written() {
        return type == Type.TEXTFIELD || type == Type.TEXTAREA;
    }

    /** Whether that text may have more than one line. */
    boolean lines() {
        return type == Type.TEXTAREA;
    }

    /** Whether an empty text is how this field is left empty. */
    boolean empties() {
        return !list() && type != Type.NUMBER && type != Type.CHECKBOX;
    }

    boolean required() {
        return rule("required").asBoolean(false);
    }

    /** What staff read when the field is empty and must not be. */
    String missing() {
        return switch (type) {
            case RADIO, SELECT -> "välj ett av alternativen.";
            case CHECKLIST, TAGLIST -> "välj minst ett av alternativen.";
            case CHECKBOX -> "kryssa i rutan.";
            default -> "fyll i fältet.";
        };
    }

    /** What staff read when the value is not of the field's kind; the form may say it better: {@code properties.hint}. */
    String expected() {
        String own = json.path("properties").path("hint").asText("");
        if (!own.isBlank()) {
            return own;
        }
        return switch (type) {
            case TEXTFIELD, TEXTAREA -> rule("pattern").asText("").isEmpty() ? "skriv en text." : "har fel format.";
            case NUMBER -> "skriv ett tal.";
            case CHECKBOX -> "svara ja eller nej.";
            case RADIO, SELECT -> "välj ett av alternativen.";
            case CHECKLIST, TAGLIST -> "välj bland alternativen.";
            case DYNAMICLIST -> "skriv en rad i taget.";
            case DATETIME ->
                switch (subtype()) {
                    case "time" -> "skriv tiden som TT:MM.";
                    case "datetime" -> "skriv datumet som ÅÅÅÅ-MM-DD och tiden som TT:MM.";
                    default -> "skriv datumet som ÅÅÅÅ-MM-DD.";
                };
        };
    }

    /**
     * The field's initial value: the form's default, otherwise empty. It has a type, since the REST interface never
     * lets an untyped null become anything else; a list is empty and not null, since Tasklist cannot submit a list that
     * was null.
     */
    TypedValue initial() {
        JsonNode start = json.path("defaultValue");
        boolean none = start.isMissingNode() || start.isNull();
        return switch (type) {
            case CHECKLIST, TAGLIST, DYNAMICLIST ->
                SpinValues.jsonValue(start.isArray() ? start.toString() : "[]").create();
            case NUMBER ->
                start.isIntegralNumber() || none
                        ? Variables.integerValue(none ? null : start.asInt())
                        : Variables.doubleValue(start.asDouble());
            case CHECKBOX -> Variables.booleanValue(none ? null : start.asBoolean());
            default -> Variables.stringValue(none ? null : start.asText());
        };
    }
}

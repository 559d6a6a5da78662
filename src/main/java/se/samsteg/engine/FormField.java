package se.samsteg.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private static final Set<Type> LISTS = Set.of(Type.CHECKLIST, Type.TAGLIST, Type.DYNAMICLIST);

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

    /** What staff call the field. */
    String label() {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            String label = json.path(name).asText("");
            if (!label.isBlank() && !label.startsWith("=")) {
                return label;
            }
        }
        return key;
    }

    /** Shown only; the browser does not send it. */
    boolean disabled() {
        return json.path("disabled").asBoolean(false);
    }

    boolean list() {
        return LISTS.contains(type);
    }

    /**
     * The field before anybody has typed. It has a type, since the REST interface never lets an untyped null become
     * anything else; a list is empty and not null, since Tasklist cannot submit a list that was null.
     */
    TypedValue empty() {
        if (list()) {
            return SpinValues.jsonValue("[]").create();
        }
        return switch (type) {
            case NUMBER -> Variables.integerValue(null);
            case CHECKBOX -> Variables.booleanValue(null);
            default -> Variables.stringValue(null);
        };
    }
}

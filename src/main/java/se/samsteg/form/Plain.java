package se.samsteg.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/** Values between plain Java (String, number, Boolean, List, Map) and what the engine keeps. */
final class Plain {

    /** Stands for a submitted value that no form takes: an object, bytes, a file, broken Json. */
    static final Object UNREADABLE = new Object();

    private static final int LONGEST_JSON = 200_000;

    private Plain() {}

    /** Json becomes lists and maps; a blank text becomes null. */
    static @Nullable Object of(@Nullable TypedValue value) {
        if (value instanceof JsonValue json && !json.isDeserialized()) {
            return json.getValueSerialized() == null ? null : parse(json.getValueSerialized());
        }
        Object raw = value == null ? null : value.getValue();
        if (raw instanceof SpinJsonNode node) {
            return parse(node.toString());
        }
        return raw instanceof String text && text.isBlank() ? null : raw;
    }

    /**
     * A submitted value as a plain one, from a typed or JSON value; {@link #UNREADABLE} if it is nothing that a form
     * takes.
     */
    static @Nullable Object submitted(@Nullable Object value) {
        if (value instanceof TypedValue typed && typed.isTransient()) {
            return UNREADABLE;
        }
        if (value instanceof JsonValue json && !json.isDeserialized()) {
            return list(json.getValueSerialized());
        }
        Object raw = value instanceof TypedValue typed ? unwrapped(typed) : value;
        if (raw instanceof SpinJsonNode node) {
            return list(node.toString());
        }
        return raw == null || raw instanceof String || raw instanceof Boolean || raw instanceof Number
                ? raw
                : UNREADABLE;
    }

    /** Of a serialised object only the fact that it is one may be asked, lest the question already reads it. */
    private static @Nullable Object unwrapped(TypedValue value) {
        return value instanceof SerializableValue ? UNREADABLE : value.getValue();
    }

    /** Json comes from fields that hold a list, and from no other. */
    private static @Nullable Object list(@Nullable String json) {
        try {
            return json == null
                    ? null
                    : json.length() <= LONGEST_JSON && parse(json) instanceof List<?> list ? list : UNREADABLE;
        } catch (IllegalStateException e) {
            return UNREADABLE;
        }
    }

    /** Lists, maps and records become Json, dates and ids text, so that forms can show them; the rest stays. */
    static @Nullable Object toEngine(@Nullable Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Record) {
            try {
                return SpinValues.jsonValue(Json.MAPPER.writeValueAsString(value))
                        .create();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an input of a task does not become JSON");
            }
        }
        return value instanceof Temporal || value instanceof UUID || value instanceof Enum<?>
                ? value.toString()
                : value;
    }

    static Object parse(String json) {
        try {
            return Json.MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            // The cause quotes what was typed, and messages outlive the case: it stays out.
            throw new IllegalStateException("a value is not JSON");
        }
    }
}

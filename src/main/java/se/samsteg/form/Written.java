package se.samsteg.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells what is written in words in a form's content from what the form and the engine read: options, dates, numbers. */
final class Written {

    private static final String LABEL = "label";

    private Written() {}

    /** What an answer says with its words rewritten; of an option, date or number nothing is. */
    static Object answer(Form form, String key, Object value, UnaryOperator<String> rewriting) {
        return form.field(key).isEmpty() || words(form, key) ? all(value, rewriting) : value;
    }

    /** As {@link #answer}, for what is about to be stored: what goes into the register of persons stays. */
    static Object stored(Form form, String key, Object value, UnaryOperator<String> rewriting) {
        boolean registered = form.field(key)
                .filter(field -> !field.property("registered").isEmpty())
                .isPresent();
        return registered ? value : answer(form, key, value, rewriting);
    }

    /** As {@link #answer} for what stands in a task: of options that are chosen among only what they are called. */
    static Object shown(Form form, String key, Object value, UnaryOperator<String> rewriting) {
        if (form.field(key).isPresent()) {
            return words(form, key) ? all(value, rewriting) : value;
        }
        if (offered(form, key)) {
            return labels(value, rewriting);
        }
        // A text that no form shows is the model's own, and no member of staff can have written it.
        return value instanceof String ? value : all(value, rewriting);
    }

    private static boolean words(Form form, String key) {
        FormField.Type type = form.field(key).orElseThrow().type();
        return switch (type) {
            case TEXTFIELD, TEXTAREA, DYNAMICLIST -> true;
            case NUMBER, DATETIME, CHECKBOX, CHECKLIST, RADIO, SELECT, TAGLIST -> false;
        };
    }

    /** Whether a field's options are in it. */
    private static boolean offered(Form form, String key) {
        return form.fields().stream()
                .map(FormField::json)
                .anyMatch(field -> text(field, "valuesKey").equals(key)
                        || text(field, "valuesExpression").matches("=\\s*" + key + "\\b.*"));
    }

    private static String text(JsonNode field, String property) {
        return field.path(property).asText("");
    }

    private static Object labels(Object value, UnaryOperator<String> rewriting) {
        return value instanceof List<?> options
                ? options.stream().map(option -> labelled(option, rewriting)).toList()
                : value;
    }

    private static @Nullable Object labelled(@Nullable Object option, UnaryOperator<String> rewriting) {
        if (!(option instanceof Map<?, ?> map)) {
            return option;
        }
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
        copy.computeIfPresent(LABEL, (label, said) -> all(said, rewriting));
        return copy;
    }

    private static Object all(Object value, UnaryOperator<String> rewriting) {
        if (value instanceof String text) {
            return rewriting.apply(text);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> one == null ? null : all(one, rewriting))
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, one) -> copy.put(key, one == null ? null : all(one, rewriting)));
            return copy;
        }
        return value;
    }
}

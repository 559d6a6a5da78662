package se.samsteg.draft;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Json;
import se.samsteg.form.Refused;

/**
 * What stands in a form that is not sent: values by the form's keys. Whether a value suits its field is asked when the
 * form is sent; here only whether the field is the form's, and whether the database can hold what was typed.
 *
 * @param values at most {@value #LONGEST} bytes of JSON in UTF-8
 */
record Content(@JsonValue ObjectNode values) {

    static final int LONGEST = 256 << 10;

    /** Deeper than any field: a list of rows. */
    private static final int DEEPEST = 3;

    /** @throws Refused if it is no JSON object, too large, or holds what the form has no field for */
    static Content sent(byte[] json, Set<String> keys) {
        if (json.length > LONGEST) {
            throw new Refused("Utkastet är för långt för att sparas.");
        }
        Content content = read(new String(json, StandardCharsets.UTF_8));
        content.values.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new Refused("Utkastet har ett svar som formuläret inte frågar efter.");
            }
        });
        if (!storable(content.values, 0)) {
            throw new Refused("Utkastet innehåller tecken som inte kan sparas.");
        }
        return content;
    }

    /** @throws Refused if it is no JSON object */
    static Content read(String json) {
        try {
            if (Json.MAPPER.readTree(json) instanceof ObjectNode values) {
                return new Content(values);
            }
        } catch (JsonProcessingException e) {
            // Said below, without what was typed.
        }
        throw new Refused("Utkastet går inte att läsa.");
    }

    /** PostgreSQL holds neither NUL nor half a character, and JSON no infinite number. */
    private static boolean storable(JsonNode value, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue());
        }
        if (value.isTextual()) {
            return value.textValue().codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        }
        for (JsonNode one : value) {
            if (!storable(one, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The words that may name whom it is about: texts that stand alone or in a list, and what its task is about. */
    Set<String> naming(@Nullable String about) {
        Set<String> named = new HashSet<>();
        if (about != null) {
            named.add(about);
        }
        values.forEach(value -> {
            if (value.isTextual()) {
                named.add(value.textValue());
            }
            value.forEach(one -> named.add(one.asText()));
        });
        return named;
    }

    /** Without what a later version of the form does not ask any more. */
    Content within(Set<String> keys) {
        return new Content(values.deepCopy().retain(keys));
    }

    /** @param rewriting from key and value, a text, list or map, to what shall stand there */
    Content rewritten(BiFunction<String, Object, Object> rewriting) {
        Map<String, @Nullable Object> rewritten = new LinkedHashMap<>();
        values.properties().forEach(field -> {
            Object value = Json.MAPPER.convertValue(field.getValue(), Object.class);
            boolean text = field.getValue().isTextual() || field.getValue().isContainerNode();
            rewritten.put(field.getKey(), text ? rewriting.apply(field.getKey(), value) : value);
        });
        return new Content(Json.MAPPER.convertValue(rewritten, ObjectNode.class));
    }

    String json() {
        return values.toString();
    }
}

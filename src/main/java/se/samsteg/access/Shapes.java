package se.samsteg.access;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import se.samsteg.access.Criterion.Kind;

/** What bodies of JSON may hold, key by key, as {@code access/bodies.yml} lists it. */
final class Shapes {

    private static final String ANSWERS = "answers";
    private static final String CONTENT = "content";
    private static final String ANY = "*";
    private static final String REQUIRED = "!";
    private static final String ALSO = "+";

    private final Map<String, Shape> all = new HashMap<>();

    /** @throws IllegalArgumentException if the list says something that cannot be understood */
    static Shapes read() {
        try {
            return new Shapes(new YAMLMapper()
                    .readValue(
                            new ClassPathResource("access/bodies.yml").getInputStream(),
                            new TypeReference<LinkedHashMap<String, LinkedHashMap<String, Object>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Shapes(Map<String, ? extends Map<String, Object>> listed) {
        listed.keySet().forEach(name -> all.put(name, new Shape(new LinkedHashMap<>())));
        listed.forEach((name, keys) -> fill(get(name), keys, listed, new HashSet<>(Set.of(name))));
    }

    private void fill(
            Shape shape,
            Map<String, Object> keys,
            Map<String, ? extends Map<String, Object>> listed,
            Set<String> included) {
        keys.forEach((key, value) -> {
            if (key.equals(ALSO)) {
                String other = String.valueOf(value);
                get(other);
                if (!included.add(other)) {
                    throw new IllegalArgumentException("includes itself: " + other);
                }
                fill(shape, Objects.requireNonNull(listed.get(other)), listed, included);
            } else {
                boolean required = key.endsWith(REQUIRED);
                String plain = required ? key.substring(0, key.length() - REQUIRED.length()) : key;
                if (shape.rules().put(plain, new Rule(required, part(value))) != null) {
                    throw new IllegalArgumentException("twice: " + key);
                }
            }
        });
    }

    private Part part(Object said) {
        if (ANSWERS.equals(said)) {
            return new Answers();
        }
        if (CONTENT.equals(said)) {
            return read -> isFinite(read) ? read : null;
        }
        if (said instanceof String text) {
            return new Value(Criterion.parse(text));
        }
        if (said instanceof Map<?, ?> map && map.keySet().equals(Set.of("of"))) {
            return get(String.valueOf(map.get("of")));
        }
        if (said instanceof Map<?, ?> map
                && map.keySet().equals(Set.of("each", "most"))
                && map.get("most") instanceof Integer most) {
            return new Each(get(String.valueOf(map.get("each"))), most);
        }
        throw new IllegalArgumentException("not what a key may hold: " + said);
    }

    /** A number that is too large would be written anew as a word. */
    private static boolean isFinite(JsonNode read) {
        if (read.isNumber()) {
            return Double.isFinite(read.doubleValue());
        }
        for (JsonNode part : read) {
            if (!isFinite(part)) {
                return false;
            }
        }
        return true;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    Shape get(String name) {
        Shape shape = all.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("bodies.yml has no " + name);
        }
        return shape;
    }

    /** What may stand in some place. */
    interface Part {

        /** @return the same, of nothing but what is allowed; null if something else is in it */
        @Nullable
        JsonNode anew(JsonNode read);
    }

    private record Rule(boolean required, Part part) {}

    /** An object with these keys and no other. What is null counts as not said. */
    record Shape(Map<String, Rule> rules) implements Part {

        @Override
        public @Nullable JsonNode anew(JsonNode read) {
            if (!read.isObject()) {
                return null;
            }
            ObjectNode anew = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : read.properties()) {
                Rule rule = rules.get(field.getKey());
                if (rule == null && Kind.ID.holds(field.getKey())) {
                    rule = rules.get(ANY);
                }
                if (rule == null) {
                    return null;
                }
                if (!field.getValue().isNull()) {
                    JsonNode value = rule.part().anew(field.getValue());
                    if (value == null) {
                        return null;
                    }
                    anew.set(field.getKey(), value);
                }
            }
            boolean complete =
                    rules.entrySet().stream().allMatch(rule -> !rule.getValue().required() || anew.has(rule.getKey()));
            return complete ? anew : null;
        }
    }

    private record Each(Shape shape, int most) implements Part {

        @Override
        public @Nullable JsonNode anew(JsonNode read) {
            if (!read.isArray() || read.size() > most) {
                return null;
            }
            ArrayNode anew = JsonNodeFactory.instance.arrayNode();
            for (JsonNode one : read) {
                JsonNode part = shape.anew(one);
                if (part == null) {
                    return null;
                }
                anew.add(part);
            }
            return anew;
        }
    }

    private record Value(Criterion criterion) implements Part {

        @Override
        public @Nullable JsonNode anew(JsonNode read) {
            return holds(read) ? read : null;
        }

        private boolean holds(JsonNode read) {
            if (read.isArray()) {
                return read.isEmpty()
                        ? criterion.isA(Kind.NONE) || criterion.isA(Kind.IDS)
                        : criterion.isA(Kind.IDS) && areIds(read);
            }
            if (read.isBoolean()) {
                return criterion.isA(Kind.FLAG);
            }
            if (read.isIntegralNumber()) {
                return criterion.isANumber() && criterion.holds(read.asText());
            }
            return read.isTextual()
                    && !criterion.isA(Kind.IDS)
                    && !criterion.isA(Kind.NONE)
                    && !criterion.isA(Kind.FLAG)
                    && !criterion.isANumber()
                    && criterion.holds(read.textValue());
        }

        private static boolean areIds(JsonNode list) {
            boolean ids = list.size() <= Criterion.MOST_IDS;
            for (JsonNode one : list) {
                ids = ids && one.isTextual() && Kind.ID.holds(one.textValue());
            }
            return ids;
        }
    }

    /** What a form submits: for each of its keys a value, and for a list that it is one. The form's rules come after. */
    private record Answers() implements Part {

        private static final Set<String> SAID = Set.of("value", "type", "valueInfo");

        @Override
        public @Nullable JsonNode anew(JsonNode read) {
            if (!read.isObject()) {
                return null;
            }
            ObjectNode anew = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : read.properties()) {
                JsonNode answer = field.getValue();
                if (!Kind.ID.holds(field.getKey()) || !isPlain(answer)) {
                    return null;
                }
                ObjectNode plain = anew.putObject(field.getKey());
                plain.set("value", answer.path("value").isMissingNode() ? plain.nullNode() : answer.get("value"));
                if (answer.path("type").isTextual()) {
                    plain.set("type", answer.get("type"));
                }
            }
            return anew;
        }

        private static boolean isPlain(JsonNode answer) {
            JsonNode value = answer.path("value");
            JsonNode type = answer.path("type");
            JsonNode info = answer.path("valueInfo");
            return answer.isObject()
                    && answer.properties().stream().allMatch(field -> SAID.contains(field.getKey()))
                    && !value.isContainerNode()
                    && !(value.isNumber() && Double.isInfinite(value.doubleValue()))
                    && (type.isMissingNode() || type.isNull() || type.asText().equals("Json") && value.isTextual())
                    && (info.isMissingNode() || info.isNull() || info.isObject() && info.isEmpty());
        }
    }
}

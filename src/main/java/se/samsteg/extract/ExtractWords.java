package se.samsteg.extract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What tables and columns are called in Swedish: {@code documents/extract-words.yml}, in the order in which they are
 * read. A test holds it against the database that runs.
 *
 * @param tables by name
 */
record ExtractWords(Map<String, Table> tables) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static ExtractWords read() {
        try (var file = new ClassPathResource("documents/extract-words.yml").getInputStream()) {
            return YAML.readValue(file, ExtractWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException("documents/extract-words.yml", e);
        }
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** @param title of the table's rows together */
    record Table(String title, Map<String, Column> columns) {

        Optional<Column> column(String name) {
            return Optional.ofNullable(columns.get(name));
        }
    }

    /**
     * A column.
     *
     * @param shown false for what tells a reader nothing, such as an id; the JSON has it all the same
     * @param values Swedish by stored value, for codes that no form asks for
     * @param as what the value is: {@code user}, {@code programme}, {@code group-type}, {@code unit}, {@code subject} of a letter,
     *     {@code number} of identity, {@code question} about the person and its {@code answer}, or the field of a form whose answer it is, {@code measure-promise.kind}
     */
    record Column(
            String label,
            boolean shown,
            Map<String, String> values,
            @Nullable String as) {

        /** A label alone, or an object with {@code label} and one or more of the others. */
        @JsonCreator
        static Column of(JsonNode node) {
            Map<String, String> values = new LinkedHashMap<>();
            node.path("values")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            return new Column(
                    node.isTextual() ? node.asText() : node.path("label").asText(),
                    node.path("shown").asBoolean(true),
                    values,
                    node.path("as").asText(null));
        }
    }
}

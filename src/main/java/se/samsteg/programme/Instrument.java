package se.samsteg.programme;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/**
 * A set of questions that a participant answers about the own situation, as its file in {@code instruments/} has it. Each
 * answer carries its instrument and version, and only answers of the same version are compared.
 *
 * @param missing reasons why an answer is missing
 */
public record Instrument(
        String id, String version, String name, List<Reason> missing, List<Scale> scales, List<Choices> choices) {

    /** Why an answer is missing. */
    public record Reason(String code, String label) {}

    /**
     * A question with a number for an answer.
     *
     * @param threshold a smaller difference is no change
     */
    public record Scale(String key, String label, int worst, int best, int threshold) {

        /** The number that was answered; empty if the answer is missing. */
        public Optional<Integer> answer(JsonNode answers) {
            String said = answers.path(key).asText("");
            return said.matches("\\d+") ? Optional.of(Integer.valueOf(said)) : Optional.empty();
        }

        /** Whether two answers differ so little that nothing has changed. */
        public boolean same(int one, int other) {
            return Math.abs(one - other) < threshold;
        }
    }

    /** A question whose answers go from the best to the worst. */
    public record Choices(String key, String label, List<String> answers) {

        /** Whether one of them was answered, and the answer is not missing. */
        public boolean answered(JsonNode given) {
            return answers.contains(given.path(key).asText(""));
        }
    }

    private static final Instrument OWN = read("own-questions");

    /** The questions that the forms ask. */
    public static Instrument own() {
        return OWN;
    }

    private static Instrument read(String name) {
        try (var file = new ClassPathResource("instruments/" + name + ".yml").getInputStream()) {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .readValue(file, Instrument.class);
        } catch (IOException e) {
            throw new UncheckedIOException("instruments/" + name + ".yml", e);
        }
    }

    /** Whether answers were given to these questions, in this version. */
    public boolean asked(JsonNode answers) {
        return answers.path("instrument").asText("").equals(id)
                && answers.path("instrumentVersion").asText("").equals(version);
    }

    /** Whether any scale has a number. */
    public boolean measured(JsonNode answers) {
        return asked(answers)
                && scales.stream().anyMatch(scale -> scale.answer(answers).isPresent());
    }
}

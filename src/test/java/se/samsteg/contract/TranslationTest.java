package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Swedish texts of Camunda's web applications answer to the English ones that Camunda brings. */
class TranslationTest {

    /** {{name}} and {} are filled in, tags become links and line breaks; text such as {@code <null>} is neither. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}|%[sd]|</?(?:a|br|strong)\\b[^>]*>");

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void everyEnglishTextHasASwedishOneAndNoSwedishTextIsLeftOver(String app) throws IOException {
        assertThat(texts(app, "sv").keySet())
                .as("keys of %s", app)
                .containsExactlyInAnyOrderElementsOf(texts(app, "en").keySet());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void noTextIsEmptyInSwedishUnlessItIsInEnglish(String app) throws IOException {
        Map<String, String> swedish = texts(app, "sv");
        texts(app, "en").forEach((key, english) -> assertThat(swedish.get(key).isBlank())
                .as("%s in %s is empty", key, app)
                .isEqualTo(english.isBlank()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void theSamePlaceholdersAreFilledInInBothLanguages(String app) throws IOException {
        Map<String, String> swedish = texts(app, "sv");
        texts(app, "en").forEach((key, english) -> assertThat(placeholders(swedish.get(key)))
                .as("placeholders of %s in %s", key, app)
                .isEqualTo(placeholders(english)));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replace(" ", ""))
                .sorted()
                .toList();
    }

    /** Every text by its path, such as {@code .labels.CLAIM_TASK}; the names of months have a number last. */
    private static Map<String, String> texts(String app, String language) throws IOException {
        String path = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
        try (InputStream file = TranslationTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
            Map<String, String> texts = new TreeMap<>();
            collect("", JSON.readTree(json), texts);
            return texts;
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
            return;
        }
        node.properties().forEach(child -> collect(path + "." + child.getKey(), child.getValue(), texts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "." + i, node.get(i), texts);
        }
    }
}

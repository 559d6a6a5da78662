package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every form: what is written in it is words, and what is chosen, counted or dated in it is not. */
class WrittenTest {

    private static final UnaryOperator<String> HIDE = text -> "[skyddat]";
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "dynamiclist");

    static Stream<Form> forms() {
        return FormFiles.allWithOwn().stream().map(id -> FormReader.read(FormFiles.json(id)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextFieldHoldsWordsAndNoOtherDoes(Form form) {
        for (FormField field : form.fields()) {
            boolean words = TEXTS.contains(field.json().path("type").asText());
            Object code = field.list() ? List.of("astrid") : "astrid";
            Object hidden = !words ? code : field.list() ? List.of("[skyddat]") : "[skyddat]";
            assertThat(Written.answer(form, field.key(), code, HIDE))
                    .as(field.key())
                    .isEqualTo(hidden);
            assertThat(Written.shown(form, field.key(), code, HIDE))
                    .as(field.key())
                    .isEqualTo(hidden);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void ofWhatIsChosenAmongOnlyTheNamesAreWords(Form form) {
        for (FormField field : form.fields()) {
            String key = field.json().path("valuesKey").asText("");
            if (!key.isEmpty() && form.field(key).isEmpty()) {
                assertThat(Written.shown(form, key, List.of(Map.of("label", "Astrid", "value", "astrid")), HIDE))
                        .as(key)
                        .isEqualTo(List.of(Map.of("label", "[skyddat]", "value", "astrid")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatAFormDoesNotKnowIsWords(Form form) {
        assertThat(Written.answer(form, "unheardOf", "astrid", HIDE)).isEqualTo("[skyddat]");
        assertThat(Written.shown(form, "unheardOf", Map.of("seat1", "astrid", "seats", 1), HIDE))
                .isEqualTo(Map.of("seat1", "[skyddat]", "seats", 1));
    }
}

package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsteg.form.FormFiles;
import se.samsteg.form.FormText;
import se.samsteg.programme.Instrument;

/** The forms ask what the instrument's file says, in its words, and force no answer. */
class InstrumentTest {

    private static final List<String> FORMS =
            List.of("planning-baseline", "coaching-talk", "exit-measurement", "followup-one-year");

    private final Instrument own = Instrument.own();

    @Test
    void everyFormThatMeasuresAsksEveryScaleAndLetsEachBeMissingWithItsReason() {
        for (String form : FORMS) {
            FormText text = FormFiles.text(form);
            for (Instrument.Scale scale : own.scales()) {
                FormText.Field field = text.field(scale.key()).orElseThrow();
                assertThat(field.caption()).as(form).isEqualTo(scale.label());
                assertThat(field.options()).as(form + " " + scale.key()).isEqualTo(options(scale));
            }
        }
    }

    private Map<String, String> options(Instrument.Scale scale) {
        Map<String, String> options = new LinkedHashMap<>();
        own.missing().forEach(reason -> options.put(reason.code(), reason.label()));
        IntStream.rangeClosed(scale.worst(), scale.best())
                .mapToObj(String::valueOf)
                .forEach(number -> options.put(number, number));
        return options;
    }

    @Test
    void everyChoiceHasTheAnswersOfTheFileAndTheReasons() {
        for (Instrument.Choices question : own.choices()) {
            assertThat(FORMS.stream()
                            .map(form -> FormFiles.text(form).field(question.key()))
                            .flatMap(java.util.Optional::stream))
                    .isNotEmpty()
                    .allSatisfy(field -> {
                        assertThat(field.caption()).isEqualTo(question.label());
                        assertThat(field.options())
                                .containsOnlyKeys(Stream.concat(
                                                question.answers().stream(),
                                                own.missing().stream().map(Instrument.Reason::code))
                                        .toArray(String[]::new));
                    });
        }
    }

    @Test
    void aScaleStandsAtNotAskedAtFirst() {
        for (String form : FORMS) {
            Models.fields(Models.forms().get(form)).stream()
                    .filter(field -> own.scales().stream().anyMatch(scale -> scale.key()
                            .equals(field.path("key").asText())))
                    .forEach(field -> assertThat(field.path("defaultValue").asText())
                            .isEqualTo(own.missing().get(0).code()));
        }
    }

    @Test
    void theLivelihoodIsTheSameChecklistEachTime() {
        Map<String, String> before = FormFiles.text("planning-mapping")
                .field("livelihoodSources")
                .orElseThrow()
                .options();
        for (String form : List.of("exit-outcome", "followup-one-year")) {
            assertThat(FormFiles.text(form)
                            .field("livelihoodSources")
                            .orElseThrow()
                            .options())
                    .isEqualTo(before);
        }
        assertThat(before)
                .containsAllEntriesOf(FormFiles.text("referral-referral")
                        .field("livelihoodSources")
                        .orElseThrow()
                        .options());
    }
}

package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NumberedFieldsTest {

    record Plan(String goal, @Numbered("step") List<Step> steps) {}

    record Step(int number, String measure, @Nullable LocalDate date) {}

    record Answers(@Numbered List<Answer> answers) {}

    record Answer(int number, String answer, @Nullable String comment) {}

    @Test
    void fieldsWithTheNumberInTheMiddleBecomeRowsInTheOrderOfTheirNumbers() {
        Map<String, Object> values =
                Map.of("goal", "Arbete", "step10Measure", "Tio", "step2Measure", "Två", "step2Date", "2026-11-29");

        assertThat(Json.MAPPER.convertValue(values, Plan.class))
                .isEqualTo(new Plan(
                        "Arbete", List.of(new Step(2, "Två", LocalDate.of(2026, 11, 29)), new Step(10, "Tio", null))));
    }

    @Test
    void fieldsWithTheNumberLastBecomeRows() {
        assertThat(Json.read(
                        "{\"answer1\":\"followed\",\"answer2\":\"not-followed\",\"comment2\":\"Nej\"}", Answers.class))
                .isEqualTo(new Answers(List.of(new Answer(1, "followed", null), new Answer(2, "not-followed", "Nej"))));
    }

    @Test
    void aFormWithoutAnyRowFilledInGivesAnEmptyList() {
        assertThat(Json.read("{\"answer1\":null}", Answers.class)).isEqualTo(new Answers(List.of()));
    }

    @Test
    void rowsAreWrittenAsTheFieldsOfTheForm() {
        assertThat(Json.tree(Json.write(new Plan("Arbete", List.of(new Step(2, "Två", LocalDate.of(2026, 11, 29)))))))
                .isEqualTo(Json.tree("{\"goal\":\"Arbete\",\"step2Measure\":\"Två\",\"step2Date\":\"2026-11-29\"}"));
        assertThat(Json.write(new Answers(List.of()))).isEqualTo("{}");
    }

    @Test
    void aRecordHasTheKeysOfAFormOnlyIfEachRowHasAllItsFields() {
        assertThat(FormKeys.areThoseOf(Answers.class, List.of("answer1", "comment1", "answer2", "comment2")))
                .isTrue();
        assertThat(FormKeys.areThoseOf(Answers.class, List.of("answer1", "comment1", "answer2")))
                .isFalse();
        assertThat(FormKeys.areThoseOf(Answers.class, List.of("answer1", "comment1", "note")))
                .isFalse();
        assertThat(FormKeys.missing(Plan.class, List.of("step1Measure", "goal")))
                .containsExactly("date", "measure");
    }
}

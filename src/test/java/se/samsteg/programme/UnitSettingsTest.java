package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which units and reviews a programme's file may set: anything else stops the start. */
class UnitSettingsTest {

    private static List<String> wrong(Settings settings) {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            return validators.getValidator().validate(settings).stream()
                    .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .toList();
        }
    }

    private static List<String> wrongUnits(Settings.Unit... units) {
        return wrong(OtherSettings.with(ProgrammeFiles.samboradet(), Map.of("units", List.of(units))));
    }

    private static Settings.Unit unit(String code, @Nullable String authority, @Nullable String address) {
        return new Settings.Unit(code, "Enheten", authority, address);
    }

    @Test
    void aUnitBelongsToAnAuthorityOfTheProgrammeOrHasNoUsers() {
        assertThat(wrongUnits(unit("bromma", "soc", null), unit("jobbtorg", null, "jobbtorg@stockholm.example")))
                .isEmpty();
        assertThat(wrongUnits(unit("bromma", "kommunen", null)))
                .singleElement()
                .asString()
                .contains("must belong to authorities of the programme");
    }

    @Test
    void unitsHaveCodesOfTheirOwnAndAddressesThatCanBeWrittenTo() {
        assertThat(wrongUnits(unit("bromma", "soc", null), unit("bromma", "af", null)))
                .isNotEmpty();
        assertThat(wrongUnits(unit("Bromma", "soc", null))).isNotEmpty();
        assertThat(wrongUnits(unit("jobbtorg", null, "ingen adress"))).isNotEmpty();
    }

    @Test
    void aReviewIsPreparedAfterTheOneBeforeItAndTheUnitCalledMeanwhile() {
        assertThat(wrongReview(Period.ofDays(14), Period.ofDays(7))).isEmpty();
        assertThat(wrongReview(Period.ofDays(7), Period.ofDays(14))).isNotEmpty();
        assertThat(wrongReview(Period.ofDays(40), Period.ofDays(7))).isNotEmpty();
    }

    private static List<String> wrongReview(Period prepareBefore, Period remindBefore) {
        return wrong(OtherSettings.with(
                ProgrammeFiles.samboradet(),
                Map.of(
                        "review",
                        new Settings.Review(
                                LocalDate.of(2027, 1, 13),
                                Period.ofMonths(1),
                                prepareBefore,
                                Settings.Review.Convener.STEERING_GROUP,
                                remindBefore))));
    }
}

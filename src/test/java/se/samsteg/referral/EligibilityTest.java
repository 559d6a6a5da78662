package se.samsteg.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsteg.person.Person;

/** The decision that names every criterion a referral does not meet. */
class EligibilityTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static List<String> unmet(int age, boolean resident, int authorities, boolean health, boolean foothold)
            throws IOException {
        try (var model = Files.newInputStream(Path.of("processes/decisions/eligibility.dmn"))) {
            return ENGINE.evaluateDecisionTable(
                            ENGINE.parseDecision("eligibility", model),
                            Map.of(
                                    "criteria",
                                    Map.of(
                                            "age",
                                            age,
                                            "minimumAge",
                                            18,
                                            "maximumAge",
                                            64,
                                            "resident",
                                            resident,
                                            "authorities",
                                            List.of("af", "fk", "soc", "region").subList(0, authorities),
                                            "authoritiesNeeded",
                                            2,
                                            "longLastingHealthProblems",
                                            health,
                                            "noFootholdOnLabourMarket",
                                            foothold)))
                    .collectEntries("unmet");
        }
    }

    @Test
    void aPersonWhoMeetsAllCriteriaHasNoneUnmet() throws IOException {
        assertThat(unmet(46, true, 2, true, true)).isEmpty();
    }

    @Test
    void everyUnmetCriterionIsNamedNotOnlyTheFirst() throws IOException {
        assertThat(unmet(17, false, 1, false, false)).hasSize(5).allMatch(text -> text.endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({"17, 1", "18, 0", "64, 0", "65, 1", "-1, 1"})
    void theProgrammeIsForPeopleFromEighteenToSixtyFour(int age, int unmet) throws IOException {
        assertThat(unmet(age, true, 2, true, true)).hasSize(unmet);
    }

    @Test
    void whoseDateOfBirthIsNotKnownIsAskedForItAndNothingElse() throws IOException {
        assertThat(unmet(-1, true, 2, true, true)).containsExactly("Födelsedatumet är inte känt.");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-27, 17", "2026-02-28, 18", "2026-03-01, 18", "2028-02-28, 19", "2028-02-29, 20"})
    void whoWasBornOnALeapDayIsAYearOlderOnTheLastDayOfFebruary(LocalDate day, int age) {
        assertThat(Person.ageOn(LocalDate.of(2008, 2, 29), day)).isEqualTo(age);
    }

    @Test
    void aCorrectionReplacesWhatItNamesAndNothingElse() {
        Criteria criteria = new Criteria(
                LocalDate.of(2008, 12, 1),
                "0127",
                Map.of("authorities", List.of("af", "fk"), "noFootholdOnLabourMarket", true));
        Criteria corrected = criteria.correctedBy(
                Map.of("authorities", List.of("af"), "noFootholdOnLabourMarket", false, "comment", "Fel i remissen"),
                Set.of("authorities", "noFootholdOnLabourMarket", "reason"));

        assertThat(corrected)
                .isEqualTo(new Criteria(
                        criteria.birthDate(),
                        "0127",
                        Map.of("authorities", List.of("af"), "noFootholdOnLabourMarket", false)));
    }
}

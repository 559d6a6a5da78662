package se.samsteg.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeFiles;

class EnrolmentAndMappingTest {

    private static Mapping mapping(Map<String, Object> more) {
        Map<String, Object> values = new java.util.HashMap<>(Map.of(
                "livelihoodSources",
                List.of("social-assistance"),
                "education",
                "compulsory",
                "obstacles",
                List.of("pain"),
                "carePlanning",
                "unclear"));
        values.putAll(more);
        return new Forms.Filled("planning-mapping", "1", values).as(Mapping.class);
    }

    @Test
    void anEnrolmentNeedsEveryPointOfTheProgrammeToBeGoneThrough() {
        Enrolment half = enrolment(Map.of(
                "heldOn",
                "2026-03-02",
                "present",
                List.of("participant"),
                "informed",
                List.of("voluntary"),
                "expectation",
                "Arbete"));

        assertThatThrownBy(() -> half.check(ProgrammeFiles.samboradet(), FormFiles.text("planning-enrolment")))
                .isInstanceOf(Refused.class)
                .hasMessage("Detta har gåtts igenom: gå igenom allt innan inskrivningen är klar.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved", "excused", "absent"})
    void aTalkThatWasNotHeldHasANewDayAndNothingElse(String outcome) {
        assertThatThrownBy(() -> enrolment(Map.of("outcome", outcome)))
                .isInstanceOf(Refused.class)
                .hasMessage("Ny dag: boka en ny tid när samtalet inte hölls.");
        assertThat(enrolment(Map.of("outcome", outcome, "newDay", "2026-03-09")).held())
                .isFalse();
    }

    private static Enrolment enrolment(Map<String, Object> answers) {
        return new Forms.Filled("planning-enrolment", "1", answers).as(Enrolment.class);
    }

    @Test
    void aSensitiveRiskIsNotedOnlyWhenAReportOfConcernWasConsidered() {
        assertThatThrownBy(() -> mapping(Map.of("restrictedNote", "Hot i hemmet")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Orosanmälan")
                .hasMessageNotContaining("Hot i hemmet");
        assertThat(mapping(Map.of("restrictedNote", "Hot i hemmet", "concernReportConsidered", true))
                        .restrictedNote())
                .isNotNull();
    }

    @Test
    void noLivelihoodGoesWithNoOther() {
        assertThatThrownBy(() -> mapping(Map.of("livelihoodSources", List.of("none", "salary"))))
                .isInstanceOf(Refused.class);
    }
}

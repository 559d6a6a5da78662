package se.samsteg.prerehab;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class SupportAssessmentTest {

    @Test
    void aNeedThatIsFoundIsDescribed() {
        assertThatThrownBy(() -> new SupportAssessment(
                        LocalDate.of(2026, 3, 2),
                        "yes",
                        null,
                        "yes",
                        null,
                        "yes",
                        null,
                        "Tyst miljö",
                        null,
                        null,
                        null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stödåtgärder")
                .hasMessageContaining("svårigheter")
                .hasMessageContaining("hjälpmedel");
    }

    @Test
    void whoNeedsNothingHasNothingDescribed() {
        assertThatCode(() -> new SupportAssessment(
                        LocalDate.of(2026, 3, 2), "no", null, "unclear", null, "no", null, "Inga", null, null, null))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsPromisedIsToldWithWhoAndUntilWhenOrNotAtAll() {
        assertThatThrownBy(() -> new SupportAssessment(
                        LocalDate.of(2026, 3, 2),
                        "no",
                        null,
                        "no",
                        null,
                        "no",
                        null,
                        "Inga",
                        "Synhjälp",
                        "region",
                        null))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Utlovad insats:");
        assertThatThrownBy(() -> new IndividualNeed("Sorg", "care", "Samtal", null, null, null))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Vad är utlovat?");
        assertThatCode(() -> new IndividualNeed("Sorg", "talk", null, null, null, null))
                .doesNotThrowAnyException();
    }
}

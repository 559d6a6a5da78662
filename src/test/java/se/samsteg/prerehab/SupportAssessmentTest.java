package se.samsteg.prerehab;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class SupportAssessmentTest {

    @Test
    void aNeedThatIsFoundIsDescribed() {
        assertThatThrownBy(() -> new SupportAssessment(
                        "held",
                        null,
                        null,
                        null,
                        null,
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
                        "held",
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 3, 2),
                        "no",
                        null,
                        "unclear",
                        null,
                        "no",
                        null,
                        "Inga",
                        null,
                        null,
                        null))
                .doesNotThrowAnyException();
    }

    @Test
    void aMeetingThatWasNotHeldHasANewDayAndNoAnswers() {
        assertThatThrownBy(() -> notHeld(null))
                .isInstanceOf(Refused.class)
                .hasMessage("Ny dag: boka en ny tid när bedömningen inte blev av.");
        assertThatCode(() -> notHeld(LocalDate.of(2026, 3, 9))).doesNotThrowAnyException();
    }

    private static SupportAssessment notHeld(@Nullable LocalDate newDay) {
        return new SupportAssessment(
                "absent", null, newDay, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void whatIsPromisedIsToldWithWhoAndUntilWhenOrNotAtAll() {
        assertThatThrownBy(() -> new SupportAssessment(
                        "held",
                        null,
                        null,
                        null,
                        null,
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

package se.samsteg.admission;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class SummonsTest {

    @Test
    void anAcceptedSummonsNeedsADateAndATimeForEnrolment() {
        assertThatThrownBy(() -> new Summons("Hej", "accepted", null, null, null, null, null, null, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("datum")
                .hasMessageContaining("tid");
        assertThatCode(() -> new Summons(
                        "Hej", "accepted", LocalDate.of(2026, 12, 9), LocalTime.of(9, 0), null, null, null, null, null))
                .doesNotThrowAnyException();
    }

    @Test
    void aSummonsThatIsNotAnsweredHasTheDayOfTheNextTry() {
        assertThatThrownBy(() -> new Summons("Hej", "no-answer", null, null, null, null, null, null, null))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Nästa försök: ");
        assertThatCode(() ->
                        new Summons("Hej", "no-answer", null, null, null, null, null, LocalDate.of(2026, 12, 9), null))
                .doesNotThrowAnyException();
    }

    @Test
    void aDeclinedSummonsNeedsAJointRecommendation() {
        assertThatThrownBy(() -> new Summons("Hej", "declined", null, null, null, "declined", " ", null, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Gemensam rekommendation");
    }
}

package se.samsteg.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class AssessmentTest {

    private static Assessment admit(@Nullable String coach, @Nullable String deputy, @Nullable String plan) {
        return new Assessment("Bedömd", "yes", null, "admit", null, coach, null, deputy, "2", plan, null, null, null);
    }

    private static Assessment without(String decision) {
        return new Assessment("Bedömd", "yes", null, decision, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void aDecisionToRecommendNeedsAJointRecommendation() {
        assertThatThrownBy(() -> without("recommend"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Gemensam rekommendation");
    }

    @Test
    void anAdmissionNeedsACoachAWeightAndAPlan() {
        assertThatThrownBy(() -> without("admit"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Coach:")
                .hasMessageContaining("Ärendets tyngd:")
                .hasMessageContaining("Preliminär plan:");
    }

    @Test
    void aCompletionSaysWhatIsMissing() {
        assertThatThrownBy(() -> without("complete"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Vad saknas?");
    }

    @Test
    void criteriaThatDoNotHoldAreExplained() {
        assertThatThrownBy(() -> new Assessment(
                        "Bedömd", "no", null, "complete", "Intyg", null, null, null, null, null, null, null, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Vad stämmer inte?");
    }

    @Test
    void theDeputyIsNotTheCoach() {
        assertThatThrownBy(() -> admit("coach.lind", "coach.lind", "Plan"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Ersättare");
        assertThatCode(() -> admit("coach.lind", "coach.ek", "Plan")).doesNotThrowAnyException();
    }

    @Test
    void theWeightIsThatOfTheForm() {
        assertThat(admit("coach.lind", null, "Plan").chosen().complexity()).isEqualTo("2");
    }
}

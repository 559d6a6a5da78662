package se.samsteg.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class BaselineTest {

    private static Baseline baseline(@Nullable Integer readiness, @Nullable String missingReason) {
        return new Baseline("own-questions", "1", "fair", 4, 6, 5, 3, readiness, 50, missingReason);
    }

    @Test
    void aMissingAnswerNeedsAReason() {
        assertThatThrownBy(() -> baseline(null, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Varför saknas svar");
        assertThat(baseline(null, "unable").readiness()).isNull();
    }

    @Test
    void whereNothingIsMissingThereIsNoReason() {
        assertThatThrownBy(() -> baseline(7, "time")).isInstanceOf(Refused.class);
        assertThat(baseline(7, null).readiness()).isEqualTo(7);
    }
}

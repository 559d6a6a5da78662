package se.samsteg.meeting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class MinutesTest {

    @Test
    void aSittingThatWasHeldSaysWhichAuthoritiesWerePresent() {
        assertThatThrownBy(() -> new Minutes("yes", "Rum 2", List.of(), null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Närvarande myndigheter");
        assertThatCode(() -> new Minutes("yes", "Rum 2", List.of("af", "fk"), null))
                .doesNotThrowAnyException();
    }

    @Test
    void aSittingThatWasNotHeldSaysWhy() {
        assertThatThrownBy(() -> new Minutes("no", null, List.of(), " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("varför mötet inte hölls");
    }
}

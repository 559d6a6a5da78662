package se.samsteg.protection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class RequestTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    private static Request since(LocalDate day) {
        return new Request("SB-2027-0001", "yes", "protected-registration", day, null);
    }

    @Test
    void aDecisionThatLiesAheadIsRefused() {
        assertThatThrownBy(() -> since(TODAY.plusDays(1)).checkOn(TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Gäller sedan: ");
        assertThatCode(() -> since(TODAY).checkOn(TODAY)).doesNotThrowAnyException();
    }
}

package se.samsteg.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Forms;

class BaselineTest {

    @Test
    void aMissingAnswerStandsWithItsReasonAndHoldsNothingElseBack() {
        Baseline baseline = new Forms.Filled(
                        "planning-baseline",
                        "1",
                        Map.of(
                                "motivation", "7",
                                "readiness", "declined",
                                "occupation", "working",
                                "workPercent", 25,
                                "sickLeaveDegree", "75"))
                .as(Baseline.class);

        assertThat(baseline.motivation()).isEqualTo("7");
        assertThat(baseline.readiness()).isEqualTo("declined");
        assertThat(baseline.sickLeaveDegree()).isEqualTo("75");
        assertThat(baseline.workPercent()).isEqualTo(25);
    }
}

package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FormTextTest {

    private static JsonNode content(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }

    @Test
    void anAnswerIsReadUnderTheLabelOfItsFieldInTheWordsOfItsOptions() throws Exception {
        FormText referral = FormFiles.text("referral-referral");
        JsonNode content = content("""
                {"livelihoodSources": ["sickness-benefit", "salary"], "sickLeaveDegree": "50", "reason": "Vill arbeta"}
                """);

        assertThat(referral.line("livelihoodSources", content))
                .contains("Försörjning i dag: Sjukpenning eller rehabiliteringspenning, Lön");
        assertThat(referral.line("sickLeaveDegree", content)).contains("Sjukskrivningsgrad: 50 %");
        assertThat(referral.line("reason", content)).contains("Varför remitteras personen? Vill arbeta");
        assertThat(referral.line("health", content)).isEmpty();
    }

    @Test
    void aCaptionThatStandsTwiceInAFormIsSaidWithItsHeading() {
        FormText plan = FormFiles.text("planning-action-plan");

        assertThat(plan.label("step2Purpose")).isEqualTo("Delmål 2, syfte");
        assertThat(plan.label("ownGoal")).isEqualTo("Deltagarens mål");
    }

    @Test
    void aCodeThatTheFormOffersNoMoreIsShownAsItIsAndAnUnknownFieldIsAnError() {
        FormText outcome = FormFiles.text("exit-outcome");

        assertThat(outcome.option("mainOutcome", "studies")).isEqualTo("Studier");
        assertThat(outcome.option("mainOutcome", "gone")).isEqualTo("gone");
        assertThatThrownBy(() -> outcome.option("mainOutcom", "studies")).hasMessageContaining("mainOutcom");
    }
}

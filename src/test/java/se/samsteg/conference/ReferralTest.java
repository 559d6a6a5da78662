package se.samsteg.conference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samsteg.staff.Authority;

class ReferralTest {

    @Test
    void theConferenceReadsAuthoritiesAndLivelihoodInWords() {
        var referral = new Referral(
                List.of("fk", "region"),
                "Behöver stöd",
                null,
                null,
                List.of("sickness-benefit", "social-assistance"),
                LocalDate.of(2022, 3, 1),
                "50",
                null,
                null,
                null);

        assertThat(Authority.names(referral.authorities()))
                .isEqualTo("Försäkringskassan, Regionens hälso- och sjukvård");
        assertThat(referral.livelihood()).isEqualTo("""
                        Sjukpenning eller rehabiliteringspenning, Försörjningsstöd
                        Offentlig försörjning sedan 2022-03-01
                        Sjukskriven 50 %""");
    }

    @Test
    void everyChoiceOfTheReferralFormHasItsWords() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("forms/referral-referral.form").toFile());

        assertThat(choices(form, "livelihoodSources")).isEqualTo(Referral.LIVELIHOODS);
        choices(form, "authorities")
                .forEach((code, name) -> assertThat(Authority.name(code)).isEqualTo(name));
    }

    private static Map<String, String> choices(JsonNode form, String key) {
        Map<String, String> choices = new HashMap<>();
        for (JsonNode field : form.findParents("key")) {
            if (field.path("key").asText().equals(key)) {
                field.path("values")
                        .forEach(choice -> choices.put(
                                choice.path("value").asText(),
                                choice.path("label").asText()));
            }
        }
        return choices;
    }
}

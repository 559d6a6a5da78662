package se.samsteg.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

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

        assertThat(referral.authoritiesText()).isEqualTo("Försäkringskassan, Regionens hälso- och sjukvård");
        assertThat(referral.livelihood()).isEqualTo("""
                        Sjukpenning eller rehabiliteringspenning, Försörjningsstöd
                        Offentlig försörjning sedan 2022-03-01
                        Sjukskriven 50 %""");
    }
}

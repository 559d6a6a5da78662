package se.samsteg.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.samsteg.form.FormFiles;
import se.samsteg.staff.Authority;

class ReferralTest {

    @Test
    void everyAuthorityOfTheReferralFormHasItsWords() {
        FormFiles.text("referral-referral")
                .field("authorities")
                .orElseThrow()
                .options()
                .forEach((code, name) -> assertThat(Authority.name(code)).isEqualTo(name));
    }
}

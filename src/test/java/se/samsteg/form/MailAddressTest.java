package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "coach1@botkyrka.example, coach1@botkyrka.example",
        "anna.berg+jobb@räksmörgås.se, anna.berg+jobb@xn--rksmrgs-5wao1o.se",
        "samsteg@localhost, samsteg@localhost",
        "anna_b@VÅRD.se, anna_b@xn--vrd-ula.se"
    })
    void aDomainIsSentInAscii(String typed, String sent) {
        assertThat(MailAddress.sendable(typed)).isEqualTo(sent);
    }

    @Test
    void otherLettersThanAsciiBeforeTheAtAreRefusedByASentenceThatSaysSo() {
        assertThatThrownBy(() -> MailAddress.sendable("åsa@botkyrka.example"))
                .isInstanceOf(Refused.class)
                .hasMessage("E-postadress: före @ kan adressen inte ha å, ä, ö eller andra bokstäver än a–z.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no address",
                "@b.se",
                "a@",
                "a@@b.se",
                "a.@b.se",
                "a@b..se",
                "a b@b.se",
                "a@b_c.se",
                "a@-b.se",
                "a@b.se, c@d.se",
                "A <a@b.se>",
                "a@b.se\r\nBcc: c@d.se",
                "a\u0000@b.se",
                "a@b\u202E.se"
            })
    void whatIsNotExactlyOneAddressIsRefused(String typed) {
        assertThat(MailAddress.works(typed)).isFalse();
    }
}

package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"SB-2026-0042", "AMA-2027-12345"})
    void aNumberIsWrittenAsItWasParsed(String number) {
        assertThat(CaseNumber.parse(number))
                .hasValueSatisfying(parsed -> assertThat(parsed.toString()).isEqualTo(number));
    }

    @Test
    void aNumberHasAtLeastFourDigits() {
        assertThat(new CaseNumber("SB", 2026, 7)).hasToString("SB-2026-0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"G-2026-003", "sb-2026-0042", "SB-2026-0042 ", "SB-26-0042", "SB-2026-9999999999", ""})
    void anotherTextIsNoCaseNumber(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
    }

    @Test
    void aTypedNumberIsWrittenInCapitals() {
        assertThat(CaseNumber.written(" sb-2026-0042 ")).isEqualTo("SB-2026-0042");
    }
}

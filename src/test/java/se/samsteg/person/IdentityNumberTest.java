package se.samsteg.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsteg.form.Refused;

class IdentityNumberTest {

    @ParameterizedTest
    @CsvSource({
        "19800101-9804, 198001019804, 1980-01-01",
        "800101-9804, 198001019804, 1980-01-01",
        "198001019804, 198001019804, 1980-01-01",
        "850375-2399, 198503752399, 1985-03-15",
        "760229-9807, 197602299807, 1976-02-29",
        "121212+1212, 191212121212, 1912-12-12"
    })
    void aNumberInAnyUsualFormBecomesTwelveDigitsAndADateOfBirth(String text, String digits, LocalDate birth) {
        IdentityNumber number = IdentityNumber.parse(text);

        assertThat(number.digits()).isEqualTo(digits);
        assertThat(number.birthDate()).isEqualTo(birth);
    }

    @ParameterizedTest
    @CsvSource({
        "191500722390, 191500722390",
        "150072+2390, 191500722390",
        "19850060-2381, 198500602381",
        "850060-2381, 198500602381"
    })
    void aNumberThatDoesNotSayTheDateOfBirthIsTakenWithoutOne(String text, String digits) {
        assertThat(IdentityNumber.parse(text)).isEqualTo(new IdentityNumber(digits));
        assertThat(IdentityNumber.parse(text).birthDate()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19800101–9804",
                "19800101\u20119804",
                "19800101\u22129804",
                "19800101 9804",
                "19800101\u00a09804",
                "19800101 - 9804",
                "1980 01 01 9804",
                "\u200b19800101-9804\ufeff",
                "\uff11\uff19\uff18\uff10\uff10\uff11\uff10\uff11-9804"
            })
    void aNumberIsReadHoweverItWasPasted(String text) {
        assertThat(IdentityNumber.parse(text).digits()).isEqualTo("198001019804");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "800101-9805", // wrong check digit
                "000000-0000", // right check digit, no such date
                "770229-9806", // 1977 was no leap year
                "801301-9800",
                "191500722391", // wrong check digit, no date
                "191500932390",
                "198513602381",
                "800195-9801", // no samordningsnummer: day 35
                "8001019804123",
                "åttahundra",
                ""
            })
    void aNumberThatIsWrongIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> IdentityNumber.parse(text))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Personnummer eller samordningsnummer: ")
                .hasNoCause()
                .matches(e -> text.isEmpty() || !String.valueOf(e.getMessage()).contains(text), "keeps quiet about it");
    }
}

package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsteg.engine.Refused;

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
    @ValueSource(
            strings = {
                "800101-9805", // wrong check digit
                "000000-0000", // right check digit, no such date
                "770229-9806", // 1977 was no leap year
                "801301-9800",
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

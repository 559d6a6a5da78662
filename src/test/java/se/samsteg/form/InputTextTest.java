package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTextTest {

    @Test
    void everySpaceBecomesTheOneAndNoneStandsAtAnEnd() {
        IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(sign -> Character.getType(sign) == Character.SPACE_SEPARATOR)
                .mapToObj(Character::toString)
                .forEach(space -> {
                    assertThat(InputText.of(space + "Anna" + space + "Ek" + space + space, false))
                            .as("U+%04X", (int) space.charAt(0))
                            .isEqualTo("Anna Ek");
                    assertThat(InputText.of(space, true)).isEmpty();
                });
    }

    @Test
    void nothingInvisibleIsStored() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(sign -> Character.getType(sign) == Character.FORMAT)
                .filter(sign -> !"\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
                        .contains(Character.toString(sign)))
                .filter(sign -> sign < 0x11000 || sign > 0x110cd)
                .forEach(sign -> assertThat(InputText.of("An" + Character.toString(sign) + "na", false))
                        .as("U+%04X", sign)
                        .isEqualTo("Anna"));
    }

    @ParameterizedTest
    @CsvSource({"می\u200cخواهم, true", "क्\u200dष, true", "An\u200cna, false", "An\u200dna, false", "\u200cمی, false"})
    void whatJoinsLettersStaysWhereTheScriptUsesIt(String text, boolean stays) {
        assertThat(InputText.of(text, false).equals(text)).isEqualTo(stays);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rad ett\r\nrad två", "rad ett\rrad två", "rad ett\u2028rad två", "rad ett\u0085rad två\n"})
    void aLineEndsInOneWay(String text) {
        assertThat(InputText.of(text, true)).isEqualTo("rad ett\nrad två");
    }

    @Test
    void lettersAreComposed() {
        assertThat(InputText.of("A\u030asa", false)).isEqualTo("Åsa");
        assertThat(InputText.of("Ett\tord", false)).isEqualTo("Ett ord");
        assertThat(InputText.of("Ett\tord", true)).isEqualTo("Ett\tord");
    }

    @Test
    void whatCannotBeStoredIsLeftToBeRefused() {
        assertThat(InputText.of("a\0b\ud83d", false)).isEqualTo("a\0b\ud83d");
    }
}

package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static Person person(String first, String last, @Nullable String contact) {
        return new Person(
                UUID.randomUUID(),
                "198001019804",
                null,
                null,
                first,
                last,
                "woman",
                "Botkyrka",
                null,
                null,
                false,
                contact,
                true);
    }

    private final Redaction redaction =
            Redaction.of(person("Anna-Åsa", "von Ek", "070-123 45 67, anna.ek@exempel.se, Storgatan 5"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna-Åsa von Ek",
                "anna-åsa von ek",
                "ANNA-ÅSA  VON EK",
                "Anna",
                "annas",
                "Åsa",
                "A\u030Asa", // Å as two characters, as some keyboards write it
                "Ek",
                "19800101-9804",
                "198001019804",
                "800101-9804",
                "8001019804",
                "1980 01 01 9804",
                "800101+9804",
                "070-123 45 67",
                "0701234567",
                "+46 70 123 45 67",
                "0046701234567",
                "+46 (0)70-123 45 67",
                "anna.ek@exempel.se",
                "Anna.Ek@Exempel.SE",
                "Storgatan  5"
            })
    void whoeverItIsIsTakenOutHoweverItIsWritten(String written) {
        assertThat(redaction.in("Ring " + written + ". Sedan möte.")).isEqualTo("Ring [skyddat]. Sedan möte.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Annars mår deltagaren bra",
                "Ekonomin är ett hinder",
                "En ekande korridor",
                "Kom 1980 till Sverige",
                "Mötet är 2026-01-01",
                "Vonde inget, af och von",
                "Ring 08-123 45 67",
                "G-2026-001"
            })
    void nothingElseIs(String text) {
        assertThat(redaction.in(text)).isEqualTo(text);
    }

    @Test
    void aNameThatIsLikeAnOptionOfAFormLeavesTheOptionAlone() {
        Redaction no = Redaction.of(person("No", "Man", ""));
        assertThat(no.in("no")).isEqualTo("no");
        assertThat(no.inside(Map.of("answers", List.of("man", "other"), "note", "No kom")))
                .isEqualTo(Map.of("answers", List.of("man", "other"), "note", "[skyddat] kom"));
    }

    @Test
    void whoHasOneNameOnlyAndNoContactHidesNothingElse() {
        Redaction one = Redaction.of(person("Bo", "", null));
        assertThat(one.in("Bo bor i Botkyrka")).isEqualTo("[skyddat] bor i Botkyrka");
    }
}

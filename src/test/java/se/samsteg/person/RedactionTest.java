package se.samsteg.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static Person person(String first, String last, @Nullable String contact) {
        return person("198001019804", first, last, contact);
    }

    private static Person person(String number, String first, String last, @Nullable String contact) {
        return new Person(
                UUID.randomUUID(),
                number,
                null,
                null,
                first,
                last,
                "woman",
                "0127",
                null,
                null,
                false,
                null,
                null,
                null,
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
    void nameNumberAndContactAreRedactedInEverySpelling(String written) {
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

    /** Spellings of Astrid-Karin Åkerqvarn O'Brien, 830115-9821, 070-174 06 05, astrid.akerqvarn@mail.se. */
    static Stream<String> spellings() {
        List<String> names = List.of(
                "astrid",
                "astrid-karin",
                "Astrid Karin",
                "Astrid\u00adKarin",
                "astridkarin",
                "ASTRID",
                "astrids",
                "Karin",
                "Åkerqvarn",
                "Akerqvarn",
                "AAKERQVARN",
                "akerqvarn",
                "åkerqvarns",
                "A\u030akerqvarn",
                "Åker-qvarn",
                "Åker\u2010qvarn",
                "Åker-\nqvarn",
                "Åker\u00adqvarn",
                "Åker\u200bqvarn",
                "Åker\u200dqvarn",
                "\uff21\uff4b\uff45rqvarn",
                "Аkerqvarn", // begins with a Cyrillic letter
                "O'Brien",
                "O’Brien",
                "O‘Brien",
                "O´Brien",
                "O`Brien",
                "Oʼbrien",
                "OBrien",
                "O Brien",
                "O-Brien",
                "Brien",
                "AstridÅkerqvarn",
                "astrid_akerqvarn",
                "akerqvarn83",
                "Akerqvarn@mail.se",
                "a.akerqvarn@mail.se",
                "astrid.akerqvarn@mail.se");
        String dashes = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043";
        String spaces = " \t\n\u00a0\u1680\u2002\u2007\u2009\u200a\u200b\u202f\u205f\u2060\u3000\ufeff";
        String others = "._/:·";
        Stream<String> numbers = (dashes + spaces + others)
                .chars()
                .mapToObj(Character::toString)
                .flatMap(between -> Stream.of(
                        "830115" + between + "9821",
                        "19830115" + between + "9821",
                        "83" + between + "01" + between + "15" + between + "9821",
                        "070" + between + "174" + between + "06" + between + "05",
                        "+46" + between + "70" + between + "1740605",
                        "Astrid" + between + "Karin",
                        "O" + between + "Brien"));
        Stream<String> digits = Stream.of(
                "8301159821", "\uff18\uff13\uff10\uff11\uff11\uff15-\uff19\uff18\uff12\uff11", "0046(0)701740605");
        return Stream.of(names.stream(), numbers, digits).flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingIsTakenOutAndNothingBesideIt(String written) {
        Redaction astrid = Redaction.of(
                person("198301159821", "Astrid-Karin", "Åkerqvarn O'Brien", "070-174 06 05, astrid.akerqvarn@mail.se"));
        for (String around :
                List.of("%s", "Ring %s. Sedan möte.", "(%s)", "\"%s\", sade hon", "å\u00a0%s\u202f!", "é %s é")) {
            String[] beside = around.split("%s", -1);
            assertThat(astrid.in(around.formatted(written)))
                    .as(around)
                    .startsWith(beside[0] + "[skyddat]")
                    .endsWith("[skyddat]" + beside[1]);
        }
    }

    @Test
    void whatAFormDoesNotOfferIsNoOption() {
        Redaction no = Redaction.of(person("No", "Man", ""));
        assertThat(no.in("no")).isEqualTo("[skyddat]");
        assertThat(no.inside(Map.of("note", List.of("No kom")))).isEqualTo(Map.of("note", List.of("[skyddat] kom")));
    }

    @Test
    void aCaseNumberStaysThoughTheNameIsPartOfIt() {
        Redaction one = Redaction.of(person("Bo", "Sb", null));
        assertThat(one.in("Bo, SB-2026-0042, Sb")).isEqualTo("[skyddat], SB-2026-0042, [skyddat]");
    }

    @Test
    void whoHasOneNameOnlyAndNoContactHidesNothingElse() {
        Redaction one = Redaction.of(person("Bo", "", null));
        assertThat(one.in("Bo bor i Botkyrka")).isEqualTo("[skyddat] bor i Botkyrka");
    }
}

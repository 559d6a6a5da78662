package se.samsteg.letter;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import se.samsteg.programme.ProgrammeTexts;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What a letter says: its template in the version of the case's programme, and who sends it. */
@Component
class LetterText {

    private final Programmes programmes;
    private final ProgrammeTexts texts;
    private final String baseUrl;

    LetterText(Programmes programmes, ProgrammeTexts texts, @Value("${samsteg.base-url}") String baseUrl) {
        this.programmes = programmes;
        this.texts = texts;
        this.baseUrl = baseUrl;
    }

    /** The subject in the first line, after {@code Ämne:}; a letter about no single case is from Samsteg. */
    String of(Outgoing letter) {
        Optional<Settings> programme = Optional.ofNullable(letter.caseNumber()).flatMap(programmes::find);
        return texts.letters()
                .process(
                        programme.map(Settings::id).orElse(null),
                        letter.template(),
                        Map.of(
                                "caseNumber",
                                letter.caseNumber() == null ? "" : letter.caseNumber(),
                                "link",
                                link(letter.caseNumber()),
                                "detail",
                                letter.detail(),
                                "sender",
                                programme.map(LetterText::sender).orElse("Samsteg")));
    }

    private static String sender(Settings programme) {
        return programme.name() + "\n" + programme.about().owner();
    }

    private String link(@Nullable String caseNumber) {
        return caseNumber == null
                ? baseUrl
                : UriComponentsBuilder.fromUriString(baseUrl)
                        .pathSegment("arende", caseNumber)
                        .toUriString();
    }
}

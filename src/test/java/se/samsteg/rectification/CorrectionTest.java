package se.samsteg.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static Correction of(String target, String action) {
        return new Correction(
                action,
                target,
                "ord",
                7,
                "2026-11-23",
                "2026-11-24",
                "09:15",
                "true",
                List.of("af"),
                null,
                "staff",
                "fel");
    }

    @Test
    void theNewAnswerIsOfTheKindThatTheFieldTakes() {
        assertThat(of("text.note", "correct").value()).isEqualTo("ord");
        assertThat(of("number.health", "correct").value()).isEqualTo(7);
        assertThat(of("date.contactedOn", "correct").value()).isEqualTo("2026-11-23");
        assertThat(of("appointment.nextTalk", "correct").value()).isEqualTo("2026-11-24");
        assertThat(of("time.meetingAt", "correct").value()).isEqualTo("09:15");
        assertThat(of("choice.outcome", "correct").value()).isEqualTo("true");
        assertThat(of("choices.authorities", "correct").value()).isEqualTo(List.of("af"));
        assertThat(of("tick.beginExit", "correct").value()).isEqualTo(true);
        assertThat(of("number.health", "correct").key()).isEqualTo("health");
    }

    @Test
    void anAnswerThatIsTakenAwayIsNone() {
        assertThat(of("text.note", "remove").value()).isNull();
        assertThat(of("choices.authorities", "remove").value()).isEqualTo(List.of());
    }

    @Test
    void whatStandsThereNowIsNotInTheRecordOfIt() throws Exception {
        String stored = new JsonMapper()
                .writeValueAsString(of("text.lastName", "correct").named("Deltagarens uppgifter, Efternamn"));

        assertThat(stored).contains("Deltagarens uppgifter, Efternamn", "fel").doesNotContain("ord\"", "newText");
    }
}

package se.samsteg.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

class MeetingTest {

    private static final LocalDate HELD = LocalDate.of(2027, 3, 1);

    private final Map<String, Object> typed = new HashMap<>(Map.of(
            "meetingResult",
            "held",
            "heldOn",
            HELD.toString(),
            "attended",
            List.of("participant"),
            "responsible",
            "region",
            "othersDo",
            "Inga"));

    private Meeting meeting() {
        return new Forms.Filled("sip-meeting", "test", typed).as(Meeting.class);
    }

    private void decision(int number, LocalDate dueOn) {
        typed.put("decision" + number + "What", "Tid hos läkare");
        typed.put("decision" + number + "Owner", "region");
        typed.put("decision" + number + "Date", dueOn.toString());
    }

    @Test
    void everyDecisionHasWhatWhoAndWhen() {
        decision(1, HELD);
        decision(3, HELD.plusMonths(1));
        assertThat(meeting().decisions())
                .containsExactly(
                        new Meeting.Decision(1, "Tid hos läkare", "region", HELD),
                        new Meeting.Decision(3, "Tid hos läkare", "region", HELD.plusMonths(1)));
        typed.remove("decision3Owner");
        assertThatThrownBy(() -> meeting().decisions())
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Beslut 3:");
    }

    @Test
    void aMeetingWithoutADecisionSaysWhy() {
        assertThatThrownBy(() -> meeting().decisions())
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Varför fattades inget beslut?:");
        typed.put("noDecisionReason", "Deltagaren vill tänka");
        assertThat(meeting().decisions()).isEmpty();
    }

    @Test
    void noDecisionIsDueBeforeTheMeeting() {
        decision(2, HELD.minusDays(1));
        assertThatThrownBy(() -> meeting().decisions())
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Beslut 2 klart senast:");
    }

    @Test
    void anotherReasonIsTold() {
        typed.clear();
        typed.putAll(Map.of("meetingResult", "not-held", "notHeldReason", "other", "attended", List.of()));
        assertThatThrownBy(this::meeting).isInstanceOf(Refused.class).hasMessageStartingWith("Vad hände?");
    }
}

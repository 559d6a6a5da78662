package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

class SessionTest {

    private static Session filled(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of("themes", List.of(), "needs", List.of()));
        all.putAll(values);
        return new Forms.Filled("group-session", "1", all).as(Session.class);
    }

    @Test
    void aSeatWithoutAnAnswerIsNotRecordedAndNotAbsent() {
        Session session = filled(Map.of("outcome", "held", "attendance1", "took-part", "attendance12", "absent"));

        assertThat(session.rollCall())
                .containsExactly(new Session.Attendance(1, "took-part"), new Session.Attendance(12, "absent"));
    }

    @Test
    void aMovedSessionNeedsANewDay() {
        assertThatThrownBy(() -> filled(Map.of("outcome", "moved")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Ny dag");
    }

    @Test
    void onlyAMovedSessionHasANewDay() {
        assertThatThrownBy(() -> filled(Map.of("outcome", "held", "movedTo", "2026-03-05")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Ny dag");
    }

    @Test
    void aCancelledSessionHasNoRollCallAndNoNeeds() {
        assertThatThrownBy(() -> filled(Map.of("outcome", "cancelled", "attendance2", "present")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Upprop");
        assertThatThrownBy(() -> filled(Map.of("outcome", "cancelled", "needs", List.of("SB-2026-0001"))))
                .isInstanceOf(Refused.class);
    }
}

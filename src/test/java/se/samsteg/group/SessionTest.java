package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;

class SessionTest {

    private static Session filled(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of("themes", List.of(), "needs", List.of()));
        all.putAll(values);
        return new Forms.Filled("group-session", "1", all).as(Session.class);
    }

    private static Map<String, Object> called(int seat, String attendance) {
        return Map.of("seat", seat, "attendance", attendance);
    }

    @Test
    void theRollIsCalledOfMembersOnly() {
        Session left = filled(Map.of("outcome", "held", "rollCall", List.of(called(1, "absent"), called(3, "absent"))));
        Session twice =
                filled(Map.of("outcome", "held", "rollCall", List.of(called(1, "absent"), called(1, "present"))));

        for (Session wrong : List.of(left, twice)) {
            assertThatThrownBy(() -> wrong.callsRollOf(Set.of(1, 2)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Upprop: deltagarna är inte desamma");
        }
    }

    @Test
    void aSessionThatWasHeldIsNotRecordedWithoutARollCall() {
        assertThatThrownBy(() -> filled(Map.of("outcome", "held")).callsRollOf(Set.of(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("öppna uppropet");
        assertThatCode(() -> {
                    filled(Map.of("outcome", "held")).callsRollOf(Set.of());
                    filled(Map.of("outcome", "cancelled")).callsRollOf(Set.of(1));
                    filled(Map.of("outcome", "held", "rollCall", List.of(Map.of("seat", 1))))
                            .callsRollOf(Set.of(1));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aFormOfTwelveSeatsIsReadLikeTodays() {
        Session session = new Forms.Filled(
                        "group-session",
                        "1",
                        Map.of("outcome", "held", "attendance2", "absent", "themes", List.of(), "needs", List.of()))
                .as(SessionBySeats.class)
                .session();

        assertThat(session.recorded()).containsExactly(new Session.Attendance(2, "absent"));
    }

    @Test
    void aSeatWithoutAnAnswerIsNotRecordedAndNotAbsent() {
        Session session = filled(Map.of(
                "outcome",
                "held",
                "rollCall",
                List.of(called(1, "took-part"), Map.of("seat", 2), called(15, "absent"))));

        assertThat(session.recorded())
                .containsExactly(new Session.Attendance(1, "took-part"), new Session.Attendance(15, "absent"));
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
        assertThatThrownBy(() -> filled(Map.of("outcome", "cancelled", "rollCall", List.of(called(2, "present")))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Upprop");
        assertThatThrownBy(() -> filled(Map.of("outcome", "cancelled", "needs", List.of("SB-2026-0001"))))
                .isInstanceOf(Refused.class);
    }
}

package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

class GroupPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Settings.Group TYPE =
            new Settings.Group("halsogrupp", "Hälsogrupp", 12, 2, 8, 10, true, List.of("sömn"));

    private static GroupPlan plan(LocalDate firstDay, List<String> weekdays, int planned, int maximum) {
        return new GroupPlan("halsogrupp", false, null, "Folkets hus", firstDay, weekdays, "09:30", planned, maximum);
    }

    @Test
    void aGroupWithinItsTypeIsPlanned() {
        assertThatCode(() -> plan(TODAY, List.of("monday", "thursday"), 8, 10).within(TYPE, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void allThatTheTypeDoesNotAllowIsSaidAtOnce() {
        assertThatThrownBy(
                        () -> plan(TODAY.minusDays(1), List.of("monday"), 8, 11).within(TYPE, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Första dag")
                .hasMessageContaining("Veckodagar: grupptypen har 2 träffar")
                .hasMessageContaining("högst 10");
    }

    @Test
    void noMoreArePlannedThanTheGroupTakes() {
        assertThatThrownBy(() -> plan(TODAY, List.of("monday", "thursday"), 11, 10))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Planerat antal");
    }
}

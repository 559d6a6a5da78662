package se.samsteg.group;

import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

class GroupPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Settings.Group TYPE = new Settings.Group(
            "halsogrupp",
            "Hälsogrupp",
            List.of(open("Träff", 2)),
            8,
            10,
            Settings.Attendance.INTERNAL,
            null,
            List.of("woman"),
            List.of("sömn"));

    private static final Settings.Group OF_THREE_SERIES = new Settings.Group(
            "mabra",
            "Må bra-kurs",
            List.of(
                    new Settings.Series("Teori", "Simhallen", List.of(TUESDAY), LocalTime.of(10, 0), 12, 1, 90),
                    new Settings.Series("Träning", "Gymmet", List.of(THURSDAY), LocalTime.of(13, 0), null, 1, 60)),
            12,
            15,
            Settings.Attendance.OFF,
            16,
            List.of("woman"),
            List.of("sömn"));

    private static Settings.Series open(String name, int sessionsPerWeek) {
        return new Settings.Series(name, null, null, null, 12, sessionsPerWeek, 120);
    }

    private static GroupPlan plan(LocalDate firstDay, List<String> weekdays, int planned, int maximum) {
        return new GroupPlan(
                null, "halsogrupp", false, null, "Folkets hus", firstDay, weekdays, "09:30", planned, maximum);
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
    void whatTheTypeSaysItselfIsNotAskedAndWhatItLeavesOpenIs() {
        GroupPlan bare = new GroupPlan(null, "mabra", false, null, null, TODAY, List.of(), null, 12, 15);
        assertThatCode(() -> bare.within(OF_THREE_SERIES, TODAY)).doesNotThrowAnyException();

        assertThatThrownBy(() -> plan(TODAY, List.of("monday"), 12, 15).within(OF_THREE_SERIES, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Plats: lämna tomt")
                .hasMessageContaining("Veckodagar: lämna tomt")
                .hasMessageContaining("Börjar klockan: lämna tomt");
        assertThatThrownBy(() -> new GroupPlan(null, "halsogrupp", false, null, null, TODAY, List.of(), null, 8, 10)
                        .within(TYPE, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Plats: fyll i")
                .hasMessageContaining("Börjar klockan: fyll i");
    }

    @Test
    void noMoreArePlannedThanTheGroupTakes() {
        assertThatThrownBy(() -> plan(TODAY, List.of("monday", "thursday"), 11, 10))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Planerat antal");
    }

    @Test
    void aTrainingWithoutAnEndMayMeetLessOftenThanItsTypeAllows() {
        Settings.Group training = new Settings.Group(
                "halsogrupp",
                "Träningsgrupp",
                List.of(new Settings.Series("Träning", null, null, null, null, 2, 60)),
                12,
                15,
                Settings.Attendance.OFF,
                null,
                List.of("woman"),
                List.of("styrka"));
        plan(TODAY, List.of("monday"), 10, 15).within(training, TODAY);
        plan(TODAY, List.of("monday", "friday"), 10, 15).within(training, TODAY);
        assertThatThrownBy(() -> plan(TODAY, List.of("monday", "tuesday", "friday"), 10, 15)
                        .within(training, TODAY))
                .hasMessage("Veckodagar: grupptypen har högst 2 träffar i veckan.");
    }
}

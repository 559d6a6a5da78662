package se.samsteg.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class PlacementTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private static Placement agreed(@Nullable LocalDate endsOn) {
        return Placement.agreed(
                "SB-2026-0001",
                new Introduction(
                        "Handelsträdgården",
                        "Bo Gren",
                        null,
                        "practice",
                        50,
                        FIRST,
                        endsOn,
                        null,
                        null,
                        null,
                        null,
                        null),
                UUID.randomUUID(),
                true);
    }

    @Test
    void aPlacementBeginsOnItsFirstDay() {
        assertThat(agreed(LAST).begun(FIRST.minusDays(1))).isFalse();
        assertThat(agreed(LAST).begun(FIRST)).isTrue();
    }

    @Test
    void anExtensionReachesBeyondTodayAndWhatWasAgreed() {
        assertThat(agreed(LAST).extend(LAST.plusDays(1), TODAY).endsOn()).isEqualTo(LAST.plusDays(1));
        assertThatThrownBy(() -> agreed(LAST).extend(LAST, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Nytt slutdatum:");
        assertThatThrownBy(() -> agreed(LAST).extend(LAST.plusDays(9), LAST.plusDays(9)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPlacementUntilFurtherNoticeIsGivenALastDayAfterItsFirst() {
        assertThat(agreed(null).extend(TODAY.plusDays(1), TODAY).endsOn()).isEqualTo(TODAY.plusDays(1));
        assertThatThrownBy(() -> agreed(null).extend(FIRST, FIRST.minusDays(3))).isInstanceOf(Refused.class);
    }

    @Test
    void theLastDayIsNeitherToComeNorBeforeTheFirst() {
        Placement ended = agreed(LAST).end(FIRST, "health", TODAY);
        assertThat(ended.endedOn()).isEqualTo(FIRST);
        assertThat(ended.endReason()).isEqualTo("health");
        assertThat(ended.endsOn()).isEqualTo(LAST);
        assertThatThrownBy(() -> agreed(LAST).end(TODAY.plusDays(1), "health", TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Sista dag:");
        assertThatThrownBy(() -> agreed(LAST).end(FIRST.minusDays(1), "health", TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Sista dag:");
    }

    @Test
    void aPlacementThatIsGivenUpBeforeItBeginsEndsBeforeItsFirstDay() {
        LocalDate before = FIRST.minusDays(3);
        assertThat(agreed(LAST).end(before, "participant", before).endedOn()).isEqualTo(before);
    }

    @Test
    void aPlacementThatHasEndedStaysAsItIs() {
        Placement ended = agreed(LAST).end(TODAY, "job-offered", TODAY);
        assertThatThrownBy(() -> ended.extend(LAST.plusDays(1), TODAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.end(TODAY, "case-closed", TODAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFollowUpExtendsEndsOrKeepsThePlacement() {
        Placement placement = agreed(LAST);
        assertThat(new FollowUp("held", "Trivs", "continues", null, null, null, null, null, null, null, null, null)
                        .of(placement, TODAY))
                .isEqualTo(placement);
        assertThat(new FollowUp(
                                "held",
                                "Trivs",
                                "extended",
                                LAST.plusDays(9),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)
                        .of(placement, TODAY))
                .isEqualTo(placement.extend(LAST.plusDays(9), TODAY));
        assertThat(new FollowUp(
                                "held",
                                "Trivs",
                                "job-offered",
                                null,
                                "Trädgård",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)
                        .of(placement, TODAY))
                .isEqualTo(placement.end(TODAY, "job-offered", TODAY));
        assertThat(new FollowUp(
                                "held",
                                "Slut",
                                "ended",
                                null,
                                null,
                                FIRST,
                                "health",
                                null,
                                "next-step",
                                null,
                                null,
                                null)
                        .of(placement, TODAY))
                .isEqualTo(placement.end(FIRST, "health", TODAY));
    }
}

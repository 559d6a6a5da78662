package se.samsteg.orientation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class ProgressTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    private static Progress booked(@Nullable String activity, @Nullable LocalDate day) {
        return new Progress(null, List.of("study-visit"), null, activity, day, null, null, null, null);
    }

    @Test
    void asLongAsSomethingIsLeftTheNextIsBooked() {
        assertThatThrownBy(() -> booked(null, null).recordedOn(TODAY, false))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("Nästa aktivitet: ", "Datum: ");
        assertThatThrownBy(() -> booked("Besök", TODAY.minusDays(1)).recordedOn(TODAY, false))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Datum: ");
        assertThatCode(() -> booked("Besök", TODAY).recordedOn(TODAY, false)).doesNotThrowAnyException();
    }

    @Test
    void nothingNeedsToBeBookedWhenAllIsDoneOrItEndsEarly() {
        assertThatCode(() -> booked(null, null).recordedOn(TODAY, true)).doesNotThrowAnyException();
        assertThatCode(() -> new Progress(null, List.of(), null, null, null, null, null, true, "Har fått arbete")
                        .recordedOn(TODAY, false))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingIsDoneWhereWhatWasBookedDidNotComeAbout() {
        assertThatThrownBy(() ->
                        new Progress("absent", List.of("study-visit"), null, "Besök", TODAY, null, null, null, null))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Klart nu: ");
        assertThatCode(() -> new Progress("absent", List.of(), null, "Besök", TODAY, null, null, null, null))
                .doesNotThrowAnyException();
    }

    @Test
    void anEarlyEndHasAReason() {
        assertThatThrownBy(() -> new Progress(null, List.of(), null, null, null, null, null, true, null))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Varför i förtid?");
    }
}

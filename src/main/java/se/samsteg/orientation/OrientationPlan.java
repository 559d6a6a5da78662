package se.samsteg.orientation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.FactOf;

/**
 * What the orientation of one participant consists of: form {@code orientation-plan}.
 *
 * @param parts codes of the form
 */
@FactOf("orientation-plan")
record OrientationPlan(
        List<String> parts,
        String firstActivity,
        LocalDate firstActivityOn,
        @Nullable LocalTime firstActivityAt,
        @Nullable String firstActivityPlace,
        @Nullable String wishes) {

    Booking booking() {
        return new Booking(firstActivityOn, firstActivityAt, firstActivityPlace);
    }
}

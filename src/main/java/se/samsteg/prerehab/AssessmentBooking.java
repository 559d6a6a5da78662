package se.samsteg.prerehab;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.FactOf;

/** When and where the occupational therapist is to meet the participant: form {@code assessment-booking}. */
@FactOf("assessment-booking")
record AssessmentBooking(
        LocalDate day, @Nullable LocalTime time, @Nullable String place) {

    Booking booking() {
        return new Booking(day, time, place);
    }
}

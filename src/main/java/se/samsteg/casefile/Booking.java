package se.samsteg.casefile;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A meeting that is agreed with a participant. Time and place are null where they are not known yet. */
public record Booking(
        LocalDate day, @Nullable LocalTime time, @Nullable String place) {

    /** {@code 2027-02-11 kl. 13:15, Vårdcentralen}. */
    public String text() {
        return day + (time == null ? "" : " kl. " + time) + (place == null ? "" : ", " + place);
    }
}

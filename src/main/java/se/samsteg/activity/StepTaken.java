package se.samsteg.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of the ladder that a participant is on or was on.
 *
 * @param step its code, or exit
 * @param name as the programme calls it
 * @param beside whether it runs beside the main step
 * @param until its last day; null while it runs
 */
public record StepTaken(
        String step,
        String name,
        boolean beside,
        LocalDate since,
        @Nullable LocalDate until) {

    /** Such as {@code sedan 2027-02-01} or {@code 2027-02-01 till 2027-04-26}. */
    public String days() {
        return until == null ? "sedan " + since : since + " till " + until;
    }
}

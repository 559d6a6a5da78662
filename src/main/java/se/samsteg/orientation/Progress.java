package se.samsteg.orientation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Appointment;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Refused;

/**
 * What has been done since the last time: form {@code orientation-progress}.
 *
 * @param outcome code of an {@link Appointment}: how what was booked went; null where the form did not ask
 * @param doneParts codes of form {@code orientation-plan}; none where what was booked did not come about
 */
@FactOf("orientation-progress")
record Progress(
        @Nullable String outcome,
        List<String> doneParts,
        @Nullable String note,
        @Nullable String nextActivity,
        @Nullable LocalDate nextOn,
        @Nullable LocalTime nextAt,
        @Nullable String nextPlace,
        @Nullable Boolean endEarly,
        @Nullable String endReason) {

    Progress {
        if (!Appointment.held(outcome) && !doneParts.isEmpty()) {
            throw new Refused("Klart nu: lämna tomt när det som var bokat inte blev av.");
        }
        if (Boolean.TRUE.equals(endEarly) && endReason == null) {
            throw new Refused("Varför i förtid?: fyll i skälet.");
        }
    }

    /** What is booked next; only where something is left. */
    Booking booking() {
        return new Booking(Objects.requireNonNull(nextOn), nextAt, nextPlace);
    }

    /**
     * @param allDone whether nothing is left when this is counted in
     * @throws Refused if something is left and nothing is booked
     */
    void recordedOn(LocalDate today, boolean allDone) {
        List<String> wrong = new ArrayList<>();
        if (!allDone && !Boolean.TRUE.equals(endEarly)) {
            if (nextActivity == null) {
                wrong.add("Nästa aktivitet: fyll i vad som är bokat. Det finns delar kvar.");
            }
            if (nextOn == null) {
                wrong.add("Datum: fyll i när nästa aktivitet är. Det finns delar kvar.");
            }
        }
        if (nextOn != null && nextOn.isBefore(today)) {
            wrong.add("Datum: nästa aktivitet kan inte ligga före i dag.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

package se.samsteg.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * What coach and referring authority decided together after repeated no-shows.
 *
 * @param decision inquiry, continue or exit
 * @param followUpOn when the inquiry is followed up; only for an inquiry
 */
record Contact(
        String talkedTo,
        LocalDate contactedOn,
        String said,
        String decision,
        @Nullable LocalDate followUpOn) {

    Contact {
        boolean inquiry = Decision.INQUIRY.is(decision);
        if (inquiry && followUpOn == null) {
            throw new Refused("När följs utredningen upp?: ange ett datum.");
        }
        if (!inquiry && followUpOn != null) {
            throw new Refused("När följs utredningen upp?: anges bara vid utredning.");
        }
    }

    /** @throws Refused if the talk is to come or the follow-up is not */
    void recordedOn(LocalDate today) {
        List<String> wrong = new ArrayList<>();
        if (contactedOn.isAfter(today)) {
            wrong.add("När?: ange i dag eller en dag som har varit.");
        }
        if (followUpOn != null && !followUpOn.isAfter(today)) {
            wrong.add("När följs utredningen upp?: välj ett datum efter i dag.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

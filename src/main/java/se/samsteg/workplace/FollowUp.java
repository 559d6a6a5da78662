package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.engine.Refused;

/**
 * How a placement goes.
 *
 * @param placementResult continues, extended, job-offered or ended
 * @param afterPlacement new-match or next-step; only when it ended
 */
record FollowUp(
        String observation,
        String placementResult,
        @Nullable LocalDate newEndsOn,
        @Nullable String jobOffer,
        @Nullable String endReason,
        @Nullable String endNote,
        @Nullable String afterPlacement) {

    FollowUp {
        List<String> wrong = new ArrayList<>();
        if ("extended".equals(placementResult) && newEndsOn == null) {
            wrong.add("Nytt slutdatum: fyll i när placeringen förlängs.");
        }
        if ("job-offered".equals(placementResult) && jobOffer == null) {
            wrong.add("Vilket arbete?: fyll i när deltagaren erbjuds arbete.");
        }
        if ("ended".equals(placementResult)) {
            if (endReason == null) {
                wrong.add("Varför avslutas placeringen?: välj ett skäl.");
            }
            if (afterPlacement == null) {
                wrong.add("Vad händer nu?: välj ny matchning eller nästa steg.");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused if an extension does not reach beyond today and what was agreed */
    void of(Placement placement, LocalDate today) {
        LocalDate agreed = placement.endsOn() == null ? placement.startsOn() : placement.endsOn();
        if (newEndsOn != null && (!newEndsOn.isAfter(today) || !newEndsOn.isAfter(agreed))) {
            throw new Refused("Nytt slutdatum: välj ett datum efter i dag och efter det tidigare slutdatumet.");
        }
    }
}

package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * How a placement goes.
 *
 * @param placementResult continues, extended, job-offered or ended
 * @param endedOn the last day as it was; only when it ended
 * @param afterPlacement new-match or next-step; only when it ended
 */
record FollowUp(
        String observation,
        String placementResult,
        @Nullable LocalDate newEndsOn,
        @Nullable String jobOffer,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Nullable String endNote,
        @Nullable String afterPlacement) {

    @OptionsOf("workplace-follow-up.placementResult")
    enum Result implements Code {
        EXTENDED,
        JOB_OFFERED,
        ENDED
    }

    FollowUp {
        List<String> wrong = new ArrayList<>();
        if (Result.EXTENDED.is(placementResult) && newEndsOn == null) {
            wrong.add("Nytt slutdatum: fyll i när placeringen förlängs.");
        }
        if (Result.JOB_OFFERED.is(placementResult) && jobOffer == null) {
            wrong.add("Vilket arbete?: fyll i när deltagaren erbjuds arbete.");
        }
        if (Result.ENDED.is(placementResult)) {
            if (endedOn == null) {
                wrong.add("Sista dag: fyll i när placeringen avslutas.");
            }
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

    /**
     * A placement that was given up before its first day ends on any day up to today.
     *
     * @throws Refused if an extension does not reach beyond today and what was agreed, or the last day is to come or
     *     before the first
     */
    void of(Placement placement, LocalDate today) {
        LocalDate agreed = placement.endsOn() == null ? placement.startsOn() : placement.endsOn();
        if (newEndsOn != null && (!newEndsOn.isAfter(today) || !newEndsOn.isAfter(agreed))) {
            throw new Refused("Nytt slutdatum: välj ett datum efter i dag och efter det tidigare slutdatumet.");
        }
        if (endedOn != null && endedOn.isAfter(today)) {
            throw new Refused("Sista dag: ange i dag eller en dag som har varit.");
        }
        boolean begun = !placement.startsOn().isAfter(today);
        if (endedOn != null && begun && endedOn.isBefore(placement.startsOn())) {
            throw new Refused("Sista dag: ange en dag från och med placeringens första dag.");
        }
    }
}

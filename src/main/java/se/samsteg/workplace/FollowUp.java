package se.samsteg.workplace;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Appointment;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * How a placement goes.
 *
 * @param outcome code of an {@link Appointment}: whether the participant came to the follow-up; null where the form did not
 *     ask
 * @param observation null where the participant was not met
 * @param placementResult null where the participant was not met, otherwise continues, extended, job-offered or ended
 * @param endedOn the last day as it was; only when it ended
 * @param afterPlacement new-match or next-step; only when it ended
 * @param nextDay when the placement is followed up next; null for the programme's interval
 */
record FollowUp(
        @Nullable String outcome,
        @Nullable String observation,
        @Nullable String placementResult,
        @Nullable LocalDate newEndsOn,
        @Nullable String jobOffer,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Nullable String endNote,
        @Nullable String afterPlacement,
        @Nullable LocalDate nextDay,
        @Nullable LocalTime nextTime,
        @Nullable String nextPlace) {

    @OptionsOf("workplace-follow-up.placementResult")
    enum Result implements Code {
        EXTENDED,
        JOB_OFFERED,
        ENDED
    }

    FollowUp {
        List<String> wrong = new ArrayList<>();
        if (!Appointment.held(outcome) && nextDay == null) {
            wrong.add("Nästa uppföljning: boka en ny tid när deltagaren inte kom.");
        }
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
     * The placement after this follow-up; the same where it goes on as before.
     *
     * @throws Refused if an extension is none or the last day cannot be
     */
    Placement of(Placement placement, LocalDate today) {
        if (Result.EXTENDED.is(placementResult)) {
            return placement.extend(Objects.requireNonNull(newEndsOn), today);
        }
        if (Result.JOB_OFFERED.is(placementResult)) {
            return placement.end(today, Result.JOB_OFFERED.code(), today);
        }
        if (Result.ENDED.is(placementResult)) {
            return placement.end(Objects.requireNonNull(endedOn), Objects.requireNonNull(endReason), today);
        }
        return placement;
    }
}

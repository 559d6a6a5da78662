package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * Which step follows. No step ends without a booked next one.
 *
 * @param result what the last step gave, in the participant's own words
 * @param nextStep a step of the programme's ladder, or exit
 * @param wantedGroup a group type of the programme, or none; only when prerehab follows
 */
record NextStep(
        String result,
        String nextStep,
        String reason,
        @Nullable String wantedGroup,
        @Nullable Boolean wantsAssessment,
        @Nullable String bookedActivity,
        @Nullable LocalDate bookedOn,
        @Nullable Boolean relapse) {

    NextStep {
        List<String> wrong = new ArrayList<>();
        boolean wantsGroup = wantedGroup != null && !"none".equals(wantedGroup);
        if ("prerehab".equals(nextStep) && !wantsGroup && !Boolean.TRUE.equals(wantsAssessment)) {
            wrong.add("Önskad grupp: välj en grupp, eller kryssa i att arbetsterapeutens bedömning önskas.");
        }
        if (!"exit".equals(nextStep)) {
            if (bookedActivity == null) {
                wrong.add("Bokad aktivitet: fyll i vad som är bokat. Inget steg slutar utan att nästa är bokat.");
            }
            if (bookedOn == null) {
                wrong.add("Datum: fyll i när den bokade aktiviteten är.");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused if the programme has no such step or the booking lies in the past */
    void decidedOn(LocalDate today, List<String> ladder) {
        List<String> wrong = new ArrayList<>();
        if (!"exit".equals(nextStep) && !ladder.contains(nextStep)) {
            wrong.add("Nästa steg: programmet har inte det steget.");
        }
        if (bookedOn != null && bookedOn.isBefore(today)) {
            wrong.add("Datum: den bokade aktiviteten kan inte ligga före i dag.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

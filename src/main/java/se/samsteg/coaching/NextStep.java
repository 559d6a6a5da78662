package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.FormText;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

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
        @Nullable Boolean relapse)
        implements ProgrammeRules {

    NextStep {
        List<String> wrong = new ArrayList<>();
        if (!nextStep.equals(Settings.Step.EXIT)) {
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

    @Override
    public void check(Settings programme, FormText form) {
        boolean needed = programme
                .step(nextStep)
                .map(Settings.Step::needsGroupOrAssessment)
                .orElse(false);
        if (needed && !Settings.Group.chosen(wantedGroup) && !Boolean.TRUE.equals(wantsAssessment)) {
            throw new Refused(form.label("wantedGroup")
                    + ": välj en grupp, eller kryssa i att arbetsterapeutens bedömning önskas.");
        }
    }

    /** @throws Refused if the programme has no such step or the booking lies in the past */
    void decidedOn(LocalDate today, Settings programme) {
        List<String> wrong = new ArrayList<>();
        if (!nextStep.equals(Settings.Step.EXIT) && programme.step(nextStep).isEmpty()) {
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

package se.samsteg.exit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * What became of the participant: exactly one main outcome, so that the parts of a result add up to the whole.
 *
 * @param ground job, studies, plan-completed, hindrance or drop-out
 * @param mainOutcome a code of {@link MainOutcome}
 * @param lasting yes, no or unknown; only for work
 * @param continuation what follows where there is no work and no studies
 * @param exitOn the day from which the place is free
 */
record Outcome(
        String ground,
        String mainOutcome,
        @Nullable String lasting,
        List<String> secondaryOutcomes,
        String occupation,
        String livelihood,
        String destination,
        @Nullable String continuation,
        @Nullable String continuationNote,
        LocalDate exitOn) {

    private static final int DAYS_AHEAD = 60;

    Outcome {
        secondaryOutcomes = secondaryOutcomes == null ? List.of() : List.copyOf(secondaryOutcomes);
        List<String> wrong = new ArrayList<>();
        MainOutcome main = MainOutcome.of(mainOutcome);
        if (main.work() && lasting == null) {
            wrong.add("Bedöms arbetet bli varaktigt?: fyll i när huvudutfallet är arbete.");
        }
        if (!main.work() && lasting != null) {
            wrong.add("Bedöms arbetet bli varaktigt?: lämna tomt när huvudutfallet inte är arbete.");
        }
        if (secondaryOutcomes.contains(mainOutcome)) {
            wrong.add("Andra utfall: huvudutfallet ska inte anges en gång till.");
        }
        if ("job".equals(ground) && !main.work()) {
            wrong.add("Grund för utslussning: arbete förutsätter arbete som huvudutfall.");
        }
        if ("studies".equals(ground) && main != MainOutcome.STUDIES) {
            wrong.add("Grund för utslussning: studier förutsätter studier som huvudutfall.");
        }
        if (main == MainOutcome.DROP_OUT && !"drop-out".equals(ground)) {
            wrong.add("Huvudutfall: avbrott förutsätter avbrott som grund för utslussning.");
        }
        if ("other".equals(continuation) && continuationNote == null) {
            wrong.add("Beskriv fortsättningen: fyll i när fortsättningen är annat.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /**
     * @param continuationRequired whether the programme lets nobody go without a continuation
     * @throws Refused if the continuation is missing or the exit date is out of bounds
     */
    void recordedOn(LocalDate today, @Nullable LocalDate enrolledOn, boolean continuationRequired) {
        List<String> wrong = new ArrayList<>();
        if (continuationRequired
                && continuation == null
                && MainOutcome.of(mainOutcome).continues()) {
            wrong.add("Fortsättning: välj vad som tar vid när huvudutfallet inte är arbete eller studier.");
        }
        if (exitOn.isAfter(today.plusDays(DAYS_AHEAD))) {
            wrong.add("Slutdatum: välj ett datum högst 60 dagar framåt.");
        }
        if (enrolledOn != null && exitOn.isBefore(enrolledOn)) {
            wrong.add("Slutdatum: kan inte vara före inskrivningen.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

package se.samsteg.exit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import se.samsteg.casefile.Livelihood;
import se.samsteg.form.Code;
import se.samsteg.form.FormText;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

/**
 * What became of the participant: exactly one main outcome, so that the parts of a result add up to the whole.
 *
 * @param ground one of the programme's grounds for the exit
 * @param mainOutcome one of the programme's main outcomes
 * @param lasting yes, no or unknown; only for work
 * @param continuation what follows where there is no work and no studies
 * @param handoverAgreed whether the party that takes over may be told; only where one does
 * @param oneYearAgreed whether the participant may be asked after a year; only where another party takes over
 * @param exitOn the day from which the place is free
 */
record Outcome(
        String ground,
        String mainOutcome,
        @Nullable String lasting,
        List<String> secondaryOutcomes,
        String occupation,
        @Nullable Integer workPercent,
        List<String> livelihoodSources,
        String destination,
        @Nullable String continuation,
        @Nullable String continuationNote,
        @Nullable String handoverAgreed,
        @Nullable String oneYearAgreed,
        LocalDate exitOn)
        implements ProgrammeRules {

    @OptionsOf("exit-outcome.continuation")
    enum Continuation implements Code {
        OTHER
    }

    private static final int DAYS_AHEAD = 60;

    Outcome {
        secondaryOutcomes = secondaryOutcomes == null ? List.of() : List.copyOf(secondaryOutcomes);
        livelihoodSources = livelihoodSources == null ? List.of() : List.copyOf(livelihoodSources);
        Livelihood.check("Försörjning efter", livelihoodSources);
        List<String> wrong = new ArrayList<>();
        if (secondaryOutcomes.contains(mainOutcome)) {
            wrong.add("Andra utfall: huvudutfallet ska inte anges en gång till.");
        }
        if (Continuation.OTHER.is(continuation) && continuationNote == null) {
            wrong.add("Beskriv fortsättningen: fyll i när fortsättningen är annat.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    @Override
    public void check(Settings programme, FormText form) {
        List<String> wrong = new ArrayList<>();
        Settings.MainOutcome main = programme.exit().mainOutcome(mainOutcome);
        if (main.work() && lasting == null) {
            wrong.add(form.label("lasting") + ": fyll i när huvudutfallet är arbete.");
        }
        if (!main.work() && lasting != null) {
            wrong.add(form.label("lasting") + ": lämna tomt när huvudutfallet inte är arbete.");
        }
        checkAgreement(wrong, main, form.label("handoverAgreed"), handoverAgreed);
        checkAgreement(wrong, main, form.label("oneYearAgreed"), oneYearAgreed);
        Settings.Counts needed = programme.exit().ground(ground).needs();
        if (needed != null && main.counts() != needed) {
            wrong.add("%s: %s förutsätter %s som huvudutfall."
                    .formatted(
                            form.label("ground"),
                            inside(programme.exit().ground(ground).name()),
                            needed == Settings.Counts.WORK ? "arbete" : "studier"));
        }
        if (main.onlyOn() != null && !main.onlyOn().equals(ground)) {
            wrong.add("%s: %s förutsätter %s som grund för utslussning."
                    .formatted(
                            form.label("mainOutcome"),
                            inside(main.name()),
                            inside(programme.exit().ground(main.onlyOn()).name())));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private static void checkAgreement(
            List<String> wrong, Settings.MainOutcome main, String label, @Nullable String agreed) {
        if (main.handedOver() && agreed == null) {
            wrong.add(label + ": fyll i när någon annan tar över.");
        }
        if (!main.handedOver() && agreed != null) {
            wrong.add(label + ": lämna tomt när ingen annan tar över.");
        }
    }

    /** A name within a sentence. */
    private static String inside(String name) {
        return StringUtils.uncapitalize(name);
    }

    /**
     * @param exit the programme's settings, which may require a continuation
     * @throws Refused if the continuation is missing or the exit date is out of bounds
     */
    void recordedOn(LocalDate today, @Nullable LocalDate enrolledOn, Settings.Exit exit) {
        List<String> wrong = new ArrayList<>();
        if (exit.continuationRequired()
                && continuation == null
                && exit.mainOutcome(mainOutcome).continues()) {
            wrong.add("Fortsättning: välj vad som tar vid när huvudutfallet inte är arbete eller studier.");
        }
        wrong.addAll(outOfBounds(exitOn, today, enrolledOn));
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** What is wrong with an exit date, in Swedish; empty if nothing is. */
    static List<String> outOfBounds(LocalDate exitOn, LocalDate today, @Nullable LocalDate enrolledOn) {
        List<String> wrong = new ArrayList<>();
        if (exitOn.isAfter(today.plusDays(DAYS_AHEAD))) {
            wrong.add("Slutdatum: välj ett datum högst 60 dagar framåt.");
        }
        if (enrolledOn != null && exitOn.isBefore(enrolledOn)) {
            wrong.add("Slutdatum: kan inte vara före inskrivningen.");
        }
        return wrong;
    }
}

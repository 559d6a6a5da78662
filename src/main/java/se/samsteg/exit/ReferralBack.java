package se.samsteg.exit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Numbered;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

/**
 * The återremiss to who referred: purpose, measures, result, recommendations.
 *
 * @param shortForm without health profile and care need, for work or studies
 * @param careNeedMet how the remaining care need could be met
 */
record ReferralBack(
        @Nullable Boolean shortForm,
        String purpose,
        String measures,
        String result,
        @Numbered List<Recommendation> recommendations,
        @Nullable String healthProfile,
        @Nullable String careNeed,
        @Nullable String careNeedMet) {

    /** One of several, the first one required by the form. */
    record Recommendation(int number, String recommendation) {}

    ReferralBack {
        List<String> wrong = new ArrayList<>();
        int last = 0;
        for (Recommendation one : recommendations) {
            if (one.number() > ++last) {
                wrong.add("Rekommendation %d: fyll i före rekommendation %d.".formatted(last, one.number()));
                break;
            }
        }
        if (!Boolean.TRUE.equals(shortForm)) {
            if (healthProfile == null) {
                wrong.add("Hälsoprofil: fyll i.");
            }
            if (careNeed == null) {
                wrong.add("Kvarstående vårdbehov: fyll i, även om inget finns.");
            }
            if (careNeedMet == null) {
                wrong.add("Så kan behovet mötas: fyll i, även om inget behov finns.");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused if the main outcome needs more than the short form */
    void about(Settings.MainOutcome outcome) {
        if (Boolean.TRUE.equals(shortForm) && outcome.continues()) {
            throw new Refused(
                    "Kort återremiss (arbete eller studier): bara när huvudutfallet är arbete eller studier.");
        }
    }
}

package se.samsteg.exit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        String recommendation1,
        @Nullable String recommendation2,
        @Nullable String recommendation3,
        @Nullable String healthProfile,
        @Nullable String careNeed,
        @Nullable String careNeedMet) {

    ReferralBack {
        List<String> wrong = new ArrayList<>();
        if (recommendation3 != null && recommendation2 == null) {
            wrong.add("Rekommendation 2: fyll i före rekommendation 3.");
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

    List<String> recommendations() {
        return Stream.of(recommendation1, recommendation2, recommendation3)
                .filter(Objects::nonNull)
                .toList();
    }
}

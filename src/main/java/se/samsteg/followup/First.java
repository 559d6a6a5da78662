package se.samsteg.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Livelihood;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * How it is some months after the start or the exit. An attempt that did not reach the participant holds no answers.
 *
 * @param reached yes or no
 * @param situation as-planned, difficulties or broken; only when reached
 */
record First(
        String reached,
        @Nullable String situation,
        @Nullable String occupation,
        @Nullable Integer workPercent,
        List<String> livelihoodSources,
        @Nullable String note) {

    First {
        List<String> wrong = new ArrayList<>();
        livelihoodSources = Objects.requireNonNullElse(livelihoodSources, List.of());
        if (YesNo.YES.is(reached)) {
            Livelihood.check("Försörjning", livelihoodSources);
            if (situation == null) {
                wrong.add("Hur går det?: fyll i när du fick kontakt.");
            }
        } else if (Stream.of(situation, occupation, workPercent).anyMatch(Objects::nonNull)
                || !livelihoodSources.isEmpty()) {
            wrong.add("Hur går det?: lämna tomt när du inte fick kontakt.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

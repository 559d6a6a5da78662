package se.samsteg.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Livelihood;
import se.samsteg.form.Numbered;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * How it is one year after exit. An attempt that did not reach the participant says nothing about the participant: it
 * holds no answers, and after the last one the answer is missing.
 *
 * @param reached yes or no
 * @param contactBy phone, message, letter, visit or through-authority
 * @param workPercent extent of work or studies, of full time; null where there is none or it is not known
 * @param sickLeaveDegree 0, 25, 50, 75 or 100 per cent, or unknown
 * @param selfRatedHealth very-good, good, fair, poor or very-poor, or why it is missing
 * @param healthSinceExit better, same or worse, or why it is missing
 * @param physicalHealth and the other scales: 0 is worst and 10 best, or why it is missing
 */
record OneYear(
        String reached,
        String contactBy,
        @Nullable String occupation,
        @Nullable Integer workPercent,
        List<String> livelihoodSources,
        @Nullable String sickLeaveDegree,
        @Nullable String selfRatedHealth,
        @Nullable String healthSinceExit,
        @Nullable String physicalHealth,
        @Nullable String mentalHealth,
        @Nullable String socialHealth,
        @Nullable String motivation,
        @Nullable String structure,
        @Nullable String selfEsteem,
        @Nullable String responsibility,
        @Nullable String swedish,
        @Nullable String readiness,
        @Numbered List<Became> became,
        @Nullable String note,
        String instrument,
        String instrumentVersion) {

    /** @param became what became of a recommendation: followed, partly, not-followed or unknown */
    record Became(int number, String became) {}

    OneYear {
        List<String> wrong = new ArrayList<>();
        livelihoodSources = Objects.requireNonNullElse(livelihoodSources, List.of());
        if (YesNo.YES.is(reached)) {
            Livelihood.check("Försörjning", livelihoodSources);
        } else if (Stream.of(occupation, selfRatedHealth, healthSinceExit).anyMatch(Objects::nonNull)
                || !livelihoodSources.isEmpty()
                || !became.isEmpty()) {
            wrong.add("Läget i dag: lämna tomt när du inte fick kontakt.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused unless it is said of each of that many recommendations what became of it */
    void about(int recommendations) {
        Set<Integer> told = became.stream().map(Became::number).collect(Collectors.toCollection(TreeSet::new));
        List<String> wrong = new ArrayList<>();
        for (int number = 1; number <= recommendations; number++) {
            if (!told.remove(number) && YesNo.YES.is(reached)) {
                wrong.add("Vad blev det av rekommendation %d?: välj ett svar.".formatted(number));
            }
        }
        told.forEach(number -> wrong.add(
                "Vad blev det av rekommendation %d?: det finns ingen sådan rekommendation.".formatted(number)));
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

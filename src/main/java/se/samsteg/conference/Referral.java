package se.samsteg.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the conference reads of a referral. */
record Referral(
        List<String> authorities,
        @Nullable String reason,
        @Nullable String background,
        @Nullable String health,
        @Nullable List<String> livelihoodSources,
        @Nullable LocalDate onSupportSince,
        @Nullable String sickLeaveDegree,
        @Nullable LocalDate sickLeaveSince,
        @Nullable String measuresTried,
        @Nullable String expectations) {

    static final Map<String, String> LIVELIHOODS = Map.ofEntries(
            Map.entry("sickness-benefit", "Sjukpenning eller rehabiliteringspenning"),
            Map.entry("activity-compensation", "Aktivitetsersättning"),
            Map.entry("disability-benefit", "Sjukersättning"),
            Map.entry("unemployment-insurance", "A-kassa"),
            Map.entry("activity-support", "Aktivitetsstöd eller utvecklingsersättning"),
            Map.entry("establishment", "Etableringsersättning"),
            Map.entry("social-assistance", "Försörjningsstöd"),
            Map.entry("parental-benefit", "Föräldrapenning"),
            Map.entry("pension", "Pension"),
            Map.entry("salary", "Lön"),
            Map.entry("none", "Ingen egen försörjning"));

    /** One line each: sources, since when, degree and length of the sick leave. */
    String livelihood() {
        String sources = (livelihoodSources == null ? List.<String>of() : livelihoodSources)
                .stream().map(code -> LIVELIHOODS.getOrDefault(code, code)).collect(Collectors.joining(", "));
        return Stream.of(
                        sources,
                        onSupportSince == null ? "" : "Offentlig försörjning sedan " + onSupportSince,
                        sickLeaveDegree == null
                                ? ""
                                : "Sjukskriven " + sickLeaveDegree + " %"
                                        + (sickLeaveSince == null ? "" : " sedan " + sickLeaveSince))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}

package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A participant's time at one workplace.
 *
 * @param endsOn last day as agreed; null until further notice
 * @param endedOn last day as it was; null while it runs
 */
record Placement(
        UUID id,
        String caseNumber,
        String type,
        String employer,
        String supervisor,
        int extentPercent,
        boolean foundByParticipant,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {

    private static final Map<String, String> TYPES = Map.of(
            "practice", "Praktik",
            "work-training", "Arbetsträning",
            "extra-service", "Extra tjänst",
            "public-sheltered", "Offentligt skyddat arbete (OSA)",
            "stockholmsjobb", "Stockholmsjobb",
            "wage-subsidy", "Lönebidrag",
            "employment", "Anställning");

    /** In one Swedish line, for who follows it up. */
    String summary() {
        return "%s hos %s, %d %%, från %s%s. Handledare: %s"
                .formatted(
                        TYPES.getOrDefault(type, type),
                        employer,
                        extentPercent,
                        startsOn,
                        endsOn == null ? " tills vidare" : " till " + endsOn,
                        supervisor);
    }
}

package se.samsteg.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Livelihood;
import se.samsteg.form.Refused;

/**
 * The participant's situation at the start.
 *
 * @param monthsOnSupport months of public support so far; null if not known
 * @param restrictedNote sensitive risks, for the coach and the programme lead only
 * @param concernReportConsidered whether a report of concern (orosanmälan) has been considered
 */
record Mapping(
        @Nullable String housing,
        @Nullable String family,
        @Nullable String health,
        @Nullable String economy,
        @Nullable String everyday,
        List<String> livelihoodSources,
        @Nullable Integer monthsOnSupport,
        String education,
        @Nullable String workHistory,
        List<String> obstacles,
        @Nullable String obstaclesNote,
        String carePlanning,
        @Nullable String restrictedNote,
        @Nullable Boolean concernReportConsidered) {

    Mapping {
        Livelihood.check("Försörjning i dag", livelihoodSources);
        if (restrictedNote != null && !Boolean.TRUE.equals(concernReportConsidered)) {
            throw new Refused("Orosanmälan är övervägd: ska markeras när det finns en skyddad anteckning.");
        }
    }
}

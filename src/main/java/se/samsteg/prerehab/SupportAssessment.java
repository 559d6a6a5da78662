package se.samsteg.prerehab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.engine.Refused;

/**
 * The occupational therapist's three questions: special support for work, cognitive difficulties, individual aids.
 *
 * @param supportNeeded yes or no
 * @param cognitiveDifficulties yes, no or unclear
 * @param aidsNeeded yes or no
 */
record SupportAssessment(
        LocalDate assessedOn,
        String supportNeeded,
        @Nullable String supportMeasures,
        String cognitiveDifficulties,
        @Nullable String cognitiveNote,
        String aidsNeeded,
        @Nullable String aids,
        String recommendations) {

    SupportAssessment {
        List<String> wrong = new ArrayList<>();
        if ("yes".equals(supportNeeded) && supportMeasures == null) {
            wrong.add("Särskilda stödåtgärder: ange vilka.");
        }
        if ("yes".equals(cognitiveDifficulties) && cognitiveNote == null) {
            wrong.add("Vilka svårigheter: beskriv dem.");
        }
        if ("yes".equals(aidsNeeded) && aids == null) {
            wrong.add("Vilka hjälpmedel: ange vilka.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

package se.samsteg.prerehab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * The occupational therapist's three questions: special support for work, cognitive difficulties, individual aids.
 *
 * @param supportNeeded yes or no
 * @param cognitiveDifficulties yes, no or unclear
 * @param aidsNeeded yes or no
 * @param promised what a party outside the programme has promised; set together with who and until when, or none of the
 *     three
 * @param promisedBy af, fk, soc, region or other
 */
@FactOf("prerehab-support-assessment")
record SupportAssessment(
        LocalDate assessedOn,
        String supportNeeded,
        @Nullable String supportMeasures,
        String cognitiveDifficulties,
        @Nullable String cognitiveNote,
        String aidsNeeded,
        @Nullable String aids,
        String recommendations,
        @Nullable String promised,
        @Nullable String promisedBy,
        @Nullable LocalDate promisedFor) {

    SupportAssessment {
        List<String> wrong = new ArrayList<>();
        if (YesNo.YES.is(supportNeeded) && supportMeasures == null) {
            wrong.add("Särskilda stödåtgärder: ange vilka.");
        }
        if (YesNo.YES.is(cognitiveDifficulties) && cognitiveNote == null) {
            wrong.add("Vilka svårigheter: beskriv dem.");
        }
        if (YesNo.YES.is(aidsNeeded) && aids == null) {
            wrong.add("Vilka hjälpmedel: ange vilka.");
        }
        long told = Stream.of(promised, promisedBy, promisedFor)
                .filter(Objects::nonNull)
                .count();
        if (told % 3 != 0) {
            wrong.add("Utlovad insats: ange vad, vem som har lovat och till när, eller lämna allt tomt.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

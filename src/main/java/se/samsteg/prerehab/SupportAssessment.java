package se.samsteg.prerehab;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Appointment;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * The meeting with the occupational therapist and, where it was held, the answers to three questions: special support for
 * work, cognitive difficulties, individual aids.
 *
 * @param outcome code of an {@link Appointment}; null where the form did not ask, which records what was held
 * @param note what happened; only of a meeting that was not held, as the next three
 * @param newDay when the participant is assessed instead
 * @param assessedOn null where the meeting was not held, as all that follows
 * @param supportNeeded yes or no
 * @param cognitiveDifficulties yes, no or unclear
 * @param aidsNeeded yes or no
 * @param promised what a party outside the programme has promised; set together with who and until when, or none of the
 *     three
 * @param promisedBy af, fk, soc, region or other
 */
@FactOf("prerehab-support-assessment")
record SupportAssessment(
        @Nullable String outcome,
        @Nullable String note,
        @Nullable LocalDate newDay,
        @Nullable LocalTime newTime,
        @Nullable String newPlace,
        @Nullable LocalDate assessedOn,
        @Nullable String supportNeeded,
        @Nullable String supportMeasures,
        @Nullable String cognitiveDifficulties,
        @Nullable String cognitiveNote,
        @Nullable String aidsNeeded,
        @Nullable String aids,
        @Nullable String recommendations,
        @Nullable String promised,
        @Nullable String promisedBy,
        @Nullable LocalDate promisedFor) {

    SupportAssessment {
        List<String> wrong = new ArrayList<>();
        if (!Appointment.held(outcome)) {
            if (newDay == null) {
                wrong.add("Ny dag: boka en ny tid när bedömningen inte blev av.");
            }
        } else if (assessedOn == null) {
            wrong.add("Bedömningen gjordes: ange dagen.");
        }
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

    boolean held() {
        return Appointment.held(outcome);
    }
}

package se.samsteg.prerehab;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What the coach made of a need that showed in a group.
 *
 * @param decision talk, care, measure, authority or none
 * @param promised what another party has promised, where the decision is care or measure
 * @param promisedBy af, fk, soc, region or other
 */
record IndividualNeed(
        String need,
        String decision,
        @Nullable String promised,
        @Nullable String promisedBy,
        @Nullable LocalDate promisedFor,
        @Nullable String agreed) {

    @OptionsOf("prerehab-individual-need.decision")
    enum Decision implements Code {
        CARE,
        MEASURE
    }

    IndividualNeed {
        if ((Decision.CARE.is(decision) || Decision.MEASURE.is(decision))
                && (promised == null || promisedBy == null || promisedFor == null)) {
            throw new Refused("Vad är utlovat?: ange vad, vem som har lovat och till när.");
        }
    }
}

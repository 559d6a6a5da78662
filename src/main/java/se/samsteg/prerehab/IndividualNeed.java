package se.samsteg.prerehab;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * What the coach made of a need that showed in a group.
 *
 * @param decision talk, care, measure, authority or none
 * @param promised what somebody else has promised, where the decision is care or measure
 * @param promisedBy af, fk, soc, region or other
 */
record IndividualNeed(
        String need,
        String decision,
        @Nullable String promised,
        @Nullable String promisedBy,
        @Nullable LocalDate promisedFor,
        @Nullable String agreed) {

    private static final Set<String> OF_OTHERS = Set.of("care", "measure");

    IndividualNeed {
        if (OF_OTHERS.contains(decision) && (promised == null || promisedBy == null || promisedFor == null)) {
            throw new Refused("Vad är utlovat?: ange vad, vem som har lovat och till när.");
        }
    }
}

package se.samsteg.orientation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;

/**
 * What the orientation of one participant consists of: form {@code orientation-plan}.
 *
 * @param parts codes of the form
 */
@FactOf("orientation-plan")
record OrientationPlan(
        List<String> parts,
        String firstActivity,
        LocalDate firstActivityOn,
        @Nullable String wishes) {}

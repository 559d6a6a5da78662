package se.samsteg.meeting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * What became of a sitting.
 *
 * @param held yes or no
 * @param authoritiesPresent af, fk, soc, region
 */
record Minutes(
        String held,
        @Nullable String place,
        List<String> authoritiesPresent,
        @Nullable String notes) {

    Minutes {
        List<String> violations = new ArrayList<>();
        if (YesNo.YES.is(held) && authoritiesPresent.isEmpty()) {
            violations.add("Närvarande myndigheter: kryssa för dem som var med.");
        }
        if (YesNo.NO.is(held) && (notes == null || notes.isBlank())) {
            violations.add("Anteckningar: skriv varför mötet inte hölls.");
        }
        if (!violations.isEmpty()) {
            throw new Refused(violations);
        }
        authoritiesPresent = List.copyOf(authoritiesPresent);
    }
}

package se.samsteg.meeting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

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
        if (held.equals("yes") && authoritiesPresent.isEmpty()) {
            violations.add("Närvarande myndigheter: kryssa för dem som var med.");
        }
        if (held.equals("no") && (notes == null || notes.isBlank())) {
            violations.add("Anteckningar: skriv varför mötet inte hölls.");
        }
        if (!violations.isEmpty()) {
            throw new Refused(violations);
        }
        authoritiesPresent = List.copyOf(authoritiesPresent);
    }
}

package se.samsteg.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.samsteg.form.Refused;

/**
 * The enrolment talk. Participants who were not told early that the relation is professional and ends took the end hard,
 * so nobody is enrolled before everything on the list has been gone through.
 */
record Enrolment(LocalDate heldOn, List<String> present, List<String> informed, String expectation) {

    private static final Set<String> INFORMATION =
            Set.of("professional-relation", "voluntary", "confidentiality", "consent", "absence", "records", "exit");

    Enrolment {
        if (!informed.containsAll(INFORMATION)) {
            throw new Refused("Detta har gåtts igenom: gå igenom allt innan inskrivningen är klar.");
        }
    }
}

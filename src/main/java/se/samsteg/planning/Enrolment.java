package se.samsteg.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * The enrolment talk. Participants who were not told early that the relation is professional and ends took the end
 * hard, so a person is enrolled only after all points of the list have been gone through.
 */
record Enrolment(LocalDate heldOn, List<String> present, List<String> informed, String expectation) {

    @OptionsOf("planning-enrolment.informed")
    enum Informed implements Code {
        PROFESSIONAL_RELATION,
        VOLUNTARY,
        CONFIDENTIALITY,
        CONSENT,
        ABSENCE,
        RECORDS,
        EXIT
    }

    Enrolment {
        if (!Stream.of(Informed.values()).map(Code::code).allMatch(informed::contains)) {
            throw new Refused("Detta har gåtts igenom: gå igenom allt innan inskrivningen är klar.");
        }
    }
}

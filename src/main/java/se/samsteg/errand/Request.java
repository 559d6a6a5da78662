package se.samsteg.errand;

import java.time.LocalDate;
import java.util.Arrays;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/**
 * What a member of staff asks a colleague on the same case to do: form {@code errand-request}.
 *
 * @param receiver code of a {@link Part}
 * @param doOn the day by which it should be done
 */
record Request(String caseNumber, String receiver, String what, LocalDate doOn) {

    /** The part that a colleague has in a case. */
    @OptionsOf("errand-request.receiver")
    enum Part implements Code {
        COACH,
        CASEWORKER,
        GROUP_LEADER,
        THERAPIST,
        CONSULTANT,
        ANY_LEAD;

        static Part of(String code) {
            return Arrays.stream(values())
                    .filter(part -> part.is(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

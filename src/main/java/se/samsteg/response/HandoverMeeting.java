package se.samsteg.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * The coach, the participant and the unit that takes over have met, or why they have not.
 *
 * @param held yes or no
 * @param accepted whether the unit takes over: yes or no; only of a meeting that was held
 */
record HandoverMeeting(
        String held,
        @Nullable LocalDate heldOn,
        @Nullable String tookPart,
        @Nullable String agreed,
        @Nullable String accepted,
        @Nullable String why) {

    HandoverMeeting {
        List<String> wrong = new ArrayList<>();
        if (YesNo.YES.is(held)) {
            if (heldOn == null) {
                wrong.add("Mötet hölls: välj dagen.");
            }
            if (tookPart == null) {
                wrong.add("Vilka deltog?: fyll i.");
            }
            if (accepted == null) {
                wrong.add("Tar enheten emot deltagaren?: välj ett av alternativen.");
            }
        }
        if (why == null && (!YesNo.YES.is(held) || YesNo.NO.is(accepted))) {
            wrong.add("Varför inte?: fyll i.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

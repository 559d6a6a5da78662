package se.samsteg.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * Which unit takes over where the one that was thought of does not, or why none does.
 *
 * @param found yes or no
 * @param programmeUnit code of a unit of the programme's file; other or null where it is another one
 * @param unit what another one is called
 * @param heldOn when the handover meeting with it was; where the programme has such meetings
 * @param tookPart who was there
 */
record Receiver(
        String found,
        @Nullable String programmeUnit,
        @Nullable String unit,
        @Nullable String contact,
        @Nullable LocalDate heldOn,
        @Nullable String tookPart,
        @Nullable String why) {

    Receiver {
        List<String> wrong = new ArrayList<>();
        if (YesNo.YES.is(found)) {
            if (unit == null && Receivers.ofProgramme(programmeUnit) == null) {
                wrong.add("Ny mottagande enhet: fyll i vilken enhet som tar emot.");
            }
            if (contact == null) {
                wrong.add("Kontaktperson där: fyll i vem som tar emot deltagaren.");
            }
        } else if (why == null) {
            wrong.add("Varför tar ingen emot, och vad händer i stället?: fyll i när ingen enhet tar emot.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

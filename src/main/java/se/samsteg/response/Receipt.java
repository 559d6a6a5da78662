package se.samsteg.response;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * Who takes over. A warm handover has a name at the other end.
 *
 * @param programmeUnit code of a unit of the programme's file; other or null where it is another one
 * @param receivingUnit what another one is called
 * @param accepted yes or no
 */
record Receipt(
        String read,
        @Nullable String programmeUnit,
        @Nullable String receivingUnit,
        String accepted,
        @Nullable String contact,
        @Nullable String comment) {

    Receipt {
        List<String> wrong = new ArrayList<>();
        if (YesNo.YES.is(accepted) && contact == null) {
            wrong.add("Kontaktperson för deltagaren: fyll i när enheten tar emot.");
        }
        if (YesNo.NO.is(accepted) && comment == null) {
            wrong.add("Varför inte, och vad händer i stället?: fyll i när enheten inte tar emot.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

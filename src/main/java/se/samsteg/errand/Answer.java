package se.samsteg.errand;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * What became of it: form {@code errand-answer}.
 *
 * @param wasDone yes or no
 * @param note why not, or what came of it
 */
record Answer(String wasDone, @Nullable String note) {

    Answer {
        if (YesNo.NO.is(wasDone) && note == null) {
            throw new Refused("Kommentar: skriv varför det inte är gjort, och vad som händer i stället.");
        }
    }
}

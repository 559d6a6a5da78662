package se.samsteg.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * Whether the participant lets the consents that run out go on: form {@code renewal-answer}.
 *
 * @param answer renewed or declined
 * @param manner written or oral
 */
record Answer(
        String answer, @Nullable LocalDate until, @Nullable String manner) {

    @OptionsOf("renewal-answer.answer")
    enum Choice implements Code {
        RENEWED
    }

    Answer {
        if (Choice.RENEWED.is(answer)) {
            List<String> missing = new ArrayList<>();
            if (until == null) {
                missing.add("Samtycket gäller till och med: skriv till vilken dag det förnyas.");
            }
            if (manner == null) {
                missing.add("Lämnat: välj skriftligt eller muntligt.");
            }
            if (!missing.isEmpty()) {
                throw new Refused(missing);
            }
        }
    }

    boolean renewed() {
        return Choice.RENEWED.is(answer);
    }
}

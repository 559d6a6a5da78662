package se.samsteg.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * Whether the participant lets the consents that run out go on: form {@code renewal-answer}.
 *
 * @param answer renewed or declined
 * @param manner written or oral
 */
record Answer(
        String answer, @Nullable LocalDate until, @Nullable String manner) {

    Answer {
        if (answer.equals("renewed")) {
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
        return answer.equals("renewed");
    }
}

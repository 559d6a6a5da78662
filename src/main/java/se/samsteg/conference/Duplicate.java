package se.samsteg.conference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What became of a referral of a person who is known already: form {@code conference-duplicate}.
 *
 * @param decision join it to the open case, recommend something else, or new: it goes on like every other
 * @param assessment with recommendation the answer to who referred, as every recommendation of the conference
 * @param note what the coach of the open case reads of it
 */
record Duplicate(
        String decision,
        @Nullable String assessment,
        @Nullable String recommendation,
        @Nullable String jointPlan,
        @Nullable String note) {

    @OptionsOf("conference-duplicate.decision")
    enum Decision implements Code {
        JOIN,
        NEW
    }

    static final String KIND = "conference-duplicate";

    Duplicate {
        List<String> missing = new ArrayList<>();
        if (!Decision.NEW.is(decision)) {
            require(assessment, "Gemensam bedömning: den som remitterade ska få en.", missing);
            require(recommendation, "Gemensam rekommendation: ingen remiss lämnar mötet utan en.", missing);
        }
        if (Decision.JOIN.is(decision)) {
            require(note, "Anteckning till coachen: skriv vad remissen tillför.", missing);
        }
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
    }

    private static void require(@Nullable String value, String otherwise, List<String> missing) {
        if (value == null || value.isBlank()) {
            missing.add(otherwise);
        }
    }
}

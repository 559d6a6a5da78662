package se.samsteg.admission;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * How a person was called to enrolment and what the answer was.
 *
 * @param answer accepted, declined or no-answer
 * @param notTakenInReason code of the programme's list, why a person declines; null in answers from before it was asked
 * @param recommendation what the authorities recommend instead to a person who declines
 * @param nextTryOn when a person who does not answer is tried the next time
 * @param takenOver of what the referral says of a person who was known, the keys that hold from now on
 */
@FactOf("admission-summons")
record Summons(
        String letterText,
        String answer,
        @Nullable LocalDate enrolmentDate,
        @Nullable LocalTime enrolmentTime,
        @Nullable String enrolmentPlace,
        @Nullable String notTakenInReason,
        @Nullable String recommendation,
        @Nullable LocalDate nextTryOn,
        @Nullable List<String> takenOver) {

    @OptionsOf("admission-summons.answer")
    enum Answer implements Code {
        ACCEPTED,
        DECLINED,
        NO_ANSWER
    }

    Summons {
        List<String> violations = new ArrayList<>();
        if (Answer.ACCEPTED.is(answer) && enrolmentDate == null) {
            violations.add("Inskrivningssamtal, datum: välj en dag.");
        }
        if (Answer.ACCEPTED.is(answer) && enrolmentTime == null) {
            violations.add("Inskrivningssamtal, tid: välj en tid.");
        }
        if (Answer.DECLINED.is(answer) && (recommendation == null || recommendation.isBlank())) {
            violations.add("Gemensam rekommendation: den som tackar nej ska få en.");
        }
        if (Answer.NO_ANSWER.is(answer) && nextTryOn == null) {
            violations.add("Nästa försök: välj en dag.");
        }
        if (!violations.isEmpty()) {
            throw new Refused(violations);
        }
    }

    boolean answered() {
        return !Answer.NO_ANSWER.is(answer);
    }
}

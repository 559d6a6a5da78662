package se.samsteg.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A try to agree on a day for the talk: form {@code intake-booking}.
 *
 * @param answer accepted, no-answer or declined
 * @param nextTryOn when a person who does not answer is tried the next time
 * @param reason code of the programme's list, why a person who declines does not want to take part
 * @param takenOver of what the referral says of a person who was known, the keys that hold from now on
 */
@FactOf("intake-booking")
record IntakeBooking(
        String answer,
        @Nullable LocalDate talkDate,
        @Nullable LocalTime talkTime,
        @Nullable String talkPlace,
        @Nullable LocalDate nextTryOn,
        @Nullable String reason,
        @Nullable String recommendation,
        @Nullable List<String> takenOver) {

    @OptionsOf("intake-booking.answer")
    enum Answer implements Code {
        ACCEPTED,
        NO_ANSWER,
        DECLINED
    }

    IntakeBooking {
        List<String> wrong = new ArrayList<>();
        if (Answer.ACCEPTED.is(answer)) {
            if (talkDate == null) {
                wrong.add("Dag: välj en dag.");
            }
            if (talkTime == null) {
                wrong.add("Tid: välj en tid.");
            }
            NotTakenIn.require(talkPlace, "Plats: skriv var samtalet hålls.", wrong);
        } else if (Answer.NO_ANSWER.is(answer)) {
            if (nextTryOn == null) {
                wrong.add("Nästa försök: välj en dag.");
            }
        } else {
            NotTakenIn.require(reason, NotTakenIn.REASON, wrong);
            NotTakenIn.require(recommendation, NotTakenIn.RECOMMENDATION, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    boolean answered() {
        return !Answer.NO_ANSWER.is(answer);
    }

    @Nullable
    Booking booking() {
        return talkDate == null ? null : new Booking(talkDate, talkTime, talkPlace);
    }
}

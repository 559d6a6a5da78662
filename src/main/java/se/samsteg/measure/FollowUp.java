package se.samsteg.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * One attempt to get what was promised: form {@code measure-follow-up}.
 *
 * @param contactBy phone, mail, letter, meeting or other
 * @param state waiting, begun, done, discontinued, refused or not-needed
 * @param begunOn when it began; where it has
 * @param finishedOn the last day of what is done or discontinued
 * @param newPromisedFor the day that is promised now, or on which what has begun should be done
 */
record FollowUp(
        LocalDate contactedOn,
        String contactBy,
        String contactWith,
        String result,
        String state,
        @Nullable LocalDate begunOn,
        @Nullable LocalDate finishedOn,
        @Nullable LocalDate newPromisedFor) {

    @OptionsOf("measure-follow-up.state")
    enum State implements Code {
        WAITING,
        BEGUN;

        private boolean has(FollowUp followUp) {
            return is(followUp.state);
        }
    }

    /** Asked about again on another day. */
    boolean goesOn() {
        return State.WAITING.has(this) || State.BEGUN.has(this);
    }

    /** @throws Refused if the contact is still to come, or the measure was over before it began */
    void by(LocalDate today) {
        List<String> wrong = new ArrayList<>();
        if (contactedOn.isAfter(today)) {
            wrong.add("Kontakt togs: ange i dag eller en dag som har varit.");
        }
        if (begunOn != null && finishedOn != null && finishedOn.isBefore(begunOn)) {
            wrong.add("Insatsen slutade: välj en dag som inte är före den då insatsen började.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}

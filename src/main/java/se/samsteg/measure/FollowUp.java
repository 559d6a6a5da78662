package se.samsteg.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * One attempt to get what was promised: form {@code measure-follow-up}.
 *
 * @param contactBy phone, mail, letter, meeting or other
 * @param state done, refused, not-needed or waiting
 * @param newPromisedFor the day that is promised now; only while waiting
 */
record FollowUp(
        LocalDate contactedOn,
        String contactBy,
        String contactWith,
        String result,
        String state,
        @Nullable LocalDate newPromisedFor) {

    @OptionsOf("measure-follow-up.state")
    enum State implements Code {
        WAITING
    }

    /** @throws Refused if the contact is still to come */
    void by(LocalDate today) {
        if (contactedOn.isAfter(today)) {
            throw new Refused("Kontakt togs: ange i dag eller en dag som har varit.");
        }
    }
}

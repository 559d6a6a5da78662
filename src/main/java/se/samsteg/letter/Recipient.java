package se.samsteg.letter;

import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/**
 * To whom a letter goes.
 *
 * @param user user id, or the name of a party that has no users here
 * @param authority the authority for which the user acts; null within the programme
 * @param address e-mail of that party; null for a user
 */
record Recipient(
        String user, @Nullable String authority, @Nullable String address) {

    Recipient(String user, @Nullable String authority) {
        this(user, authority, null);
    }

    static Recipient withinProgramme(String user) {
        return new Recipient(user, null);
    }

    /** @param convener user id, or the e-mail address of a person without an account */
    static Recipient convener(String convener) {
        return convener.contains("@") ? new Recipient("processtödjare", null, convener) : withinProgramme(convener);
    }

    /** A party that has no users here. */
    static Recipient outside(Settings.Unit receiver) {
        return new Recipient(receiver.name(), null, receiver.address());
    }
}

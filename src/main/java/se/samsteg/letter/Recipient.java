package se.samsteg.letter;

import org.jspecify.annotations.Nullable;

/**
 * To whom a letter goes.
 *
 * @param user user id
 * @param authority the authority for which the user acts; null within the programme
 */
record Recipient(String user, @Nullable String authority) {

    static Recipient withinProgramme(String user) {
        return new Recipient(user, null);
    }
}

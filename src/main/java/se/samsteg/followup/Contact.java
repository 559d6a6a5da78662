package se.samsteg.followup;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * A contact in the months after exit.
 *
 * @param reached yes or no
 * @param situation as-planned, difficulties or broken; only when reached
 */
record Contact(
        String reached,
        @Nullable String situation,
        @Nullable String note) {

    Contact {
        if ("yes".equals(reached) && situation == null) {
            throw new Refused("Hur går det?: fyll i när du fick kontakt.");
        }
        if (!"yes".equals(reached) && situation != null) {
            throw new Refused("Hur går det?: lämna tomt när du inte fick kontakt.");
        }
    }
}

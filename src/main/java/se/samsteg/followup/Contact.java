package se.samsteg.followup;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

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
        if (YesNo.YES.is(reached) && situation == null) {
            throw new Refused("Hur går det?: fyll i när du fick kontakt.");
        }
        if (!YesNo.YES.is(reached) && situation != null) {
            throw new Refused("Hur går det?: lämna tomt när du inte fick kontakt.");
        }
    }
}

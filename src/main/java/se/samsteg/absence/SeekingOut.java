package se.samsteg.absence;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * One attempt to reach a participant who stays away.
 *
 * @param contactBy call, sms, letter or home-visit
 * @param reached yes or no
 * @param toldOf what the group did, as the participant was told
 * @param back whether the participant comes again; only when reached
 */
record SeekingOut(
        String contactBy,
        String reached,
        @Nullable String toldOf,
        @Nullable String said,
        @Nullable Boolean back) {

    SeekingOut {
        boolean contact = YesNo.YES.is(reached);
        if (contact && said == null) {
            throw new Refused("Vad sade deltagaren?: fyll i när du fick kontakt.");
        }
        if (!contact && (said != null || Boolean.TRUE.equals(back))) {
            throw new Refused("Fick du kontakt?: utan kontakt är deltagaren inte tillbaka och har inte sagt något.");
        }
    }

    boolean ended() {
        return Boolean.TRUE.equals(back);
    }
}

package se.samsteg.workplace;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * The search for a workplace.
 *
 * @param matchResult matched or no-workplace
 * @param obstacle why there was no workplace; null when there was
 */
record Match(
        String interest,
        @Nullable String adaptations,
        @Nullable String employersContacted,
        String matchResult,
        @Nullable Boolean foundByParticipant,
        @Nullable String obstacle) {

    Match {
        if ("no-workplace".equals(matchResult) && obstacle == null) {
            throw new Refused("Varför gick det inte?: fyll i när ingen arbetsplats hittades.");
        }
    }
}

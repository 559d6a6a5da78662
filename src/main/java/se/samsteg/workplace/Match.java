package se.samsteg.workplace;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
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

    @OptionsOf("workplace-match.matchResult")
    enum Result implements Code {
        NO_WORKPLACE
    }

    Match {
        if (Result.NO_WORKPLACE.is(matchResult) && obstacle == null) {
            throw new Refused("Varför gick det inte?: fyll i när ingen arbetsplats hittades.");
        }
    }
}

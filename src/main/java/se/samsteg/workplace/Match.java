package se.samsteg.workplace;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * The search for a workplace.
 *
 * @param matchResult matched or no-workplace
 * @param employer the name of an employer of the register, or {@link #NEW}; null where there was no workplace, and in what
 *     was written before the form asked
 * @param newEmployer the name of one that is not there
 * @param contactName what is new of the employer's contact person, as the next two
 * @param obstacle why there was no workplace; null when there was
 */
record Match(
        String interest,
        @Nullable String adaptations,
        @Nullable String employersContacted,
        String matchResult,
        @Nullable Boolean foundByParticipant,
        @Nullable String employer,
        @Nullable String newEmployer,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String obstacle) {

    /** What is chosen for an employer that the register does not have. */
    static final String NEW = "new";

    @OptionsOf("workplace-match.matchResult")
    enum Result implements Code {
        NO_WORKPLACE
    }

    Match {
        if (Result.NO_WORKPLACE.is(matchResult) && obstacle == null) {
            throw new Refused("Varför gick det inte?: fyll i när ingen arbetsplats hittades.");
        }
    }

    /** The name of the employer; null if there is none. */
    @Nullable
    String chosen() {
        return NEW.equals(employer) ? newEmployer : employer;
    }

    boolean tellsContact() {
        return contactName != null || contactPhone != null || contactEmail != null;
    }

    /** As it is kept: with the employer's name. */
    Match at(String name) {
        return new Match(
                interest,
                adaptations,
                employersContacted,
                matchResult,
                foundByParticipant,
                name,
                newEmployer,
                contactName,
                contactPhone,
                contactEmail,
                obstacle);
    }
}

package se.samsteg.exit;

import java.util.Locale;

/** What became of a participant: exactly one of these counts. The code is what the form holds. */
enum MainOutcome {
    REGULAR_WORK,
    SUBSIDISED_WORK,
    STUDIES,
    AVAILABLE,
    WORK_TRAINING,
    DISABILITY_BENEFIT,
    OTHER_AUTHORITY,
    PARENTAL_LEAVE,
    MOVED,
    NOT_AVAILABLE,
    DROP_OUT,
    DECEASED,
    OTHER;

    /** @throws IllegalArgumentException if there is no such outcome */
    static MainOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean work() {
        return this == REGULAR_WORK || this == SUBSIDISED_WORK;
    }

    boolean workOrStudies() {
        return work() || this == STUDIES;
    }

    /** Nothing is left to continue with, to recommend at length or to measure. */
    boolean continues() {
        return !workOrStudies() && this != DECEASED;
    }
}

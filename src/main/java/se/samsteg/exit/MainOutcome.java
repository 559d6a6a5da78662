package se.samsteg.exit;

import java.util.Locale;

/** What became of a participant: exactly one of these counts. The code is what the form holds. */
enum MainOutcome {
    REGULAR_WORK("Reguljärt arbete"),
    SUBSIDISED_WORK("Subventionerat arbete"),
    STUDIES("Studier"),
    AVAILABLE("Står till arbetsmarknadens förfogande via AF"),
    WORK_TRAINING("Arbetsträning"),
    DISABILITY_BENEFIT("Sjukersättning"),
    OTHER_AUTHORITY("Behov av annan myndighet identifierat (stegförflyttning)"),
    PARENTAL_LEAVE("Föräldraledig"),
    MOVED("Flyttat"),
    NOT_AVAILABLE("Står inte till arbetsmarknadens förfogande"),
    DROP_OUT("Avbrott"),
    DECEASED("Avliden"),
    OTHER("Annat");

    private final String label;

    MainOutcome(String label) {
        this.label = label;
    }

    /** @throws IllegalArgumentException if there is no such outcome */
    static MainOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What staff read. */
    String label() {
        return label;
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

package se.samsteg.retention;

import java.util.Locale;

/** Why a file stays. Chosen and never typed: what is written about a hold would be one more text about a person. */
enum Reason {
    REQUESTED("handlingarna är begärda"),
    DISPUTE("ett mål eller en tillsyn pågår"),
    PARTICIPANT("deltagaren har begärt det"),
    BIRTH_UNKNOWN("födelsedagen är okänd"),
    OTHER("annat skäl");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** @param code as in the form */
    static Reason of(String code) {
        return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    String words() {
        return words;
    }
}

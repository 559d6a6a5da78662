package se.samsteg.alert;

import java.util.Locale;

/** What may be left undone, in words for the programme lead. */
enum Kind {
    GROUP_EVALUATION("En grupp är inte utvärderad"),
    GROUP_STAFFING("En grupp är inte bemannad"),
    NO_CONTACT("Ingen har träffat deltagaren på länge"),
    PLAN_REVIEW("Uppföljningen av handlingsplanen dröjer"),
    ROLL_CALL("En träff är inte registrerad"),
    SIP_DELAY("Ett SIP- eller nätverksmöte har begärts men inte hållits"),
    WAITING("Lång väntan på plats");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String words() {
        return words;
    }
}

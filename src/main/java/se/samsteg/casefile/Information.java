package se.samsteg.casefile;

import java.util.Arrays;

/** The types of information that a consent is about, as the referral's form asks for them. */
public enum Information {
    REFERRAL("referral", "remissen och bedömningen"),
    HEALTH("health", "uppgifter om hälsa"),
    PLAN("plan", "handlingsplan och återremiss"),
    ATTENDANCE("attendance", "närvaro");

    private final String code;
    private final String label;

    Information(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** @throws IllegalArgumentException if the code is none of the form's */
    public static Information of(String code) {
        return Arrays.stream(values())
                .filter(information -> information.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type of information " + code));
    }

    public String code() {
        return code;
    }

    /** As it stands in the middle of a sentence. */
    public String label() {
        return label;
    }
}

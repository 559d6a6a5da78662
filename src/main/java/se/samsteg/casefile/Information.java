package se.samsteg.casefile;

import java.util.Arrays;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** The types of information that a consent is about, as the referral's form asks for them. */
@OptionsOf({"referral-referral.consentInformation", "notice-message.concerns"})
public enum Information implements Code {
    REFERRAL("remissen och bedömningen"),
    HEALTH("uppgifter om hälsa"),
    PLAN("handlingsplan och återremiss"),
    ATTENDANCE("närvaro");

    private final String label;

    Information(String label) {
        this.label = label;
    }

    /** @throws IllegalArgumentException if the code is none of the form's */
    public static Information of(String code) {
        return Arrays.stream(values())
                .filter(information -> information.is(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type of information " + code));
    }

    /** As it stands in the middle of a sentence. */
    public String label() {
        return label;
    }
}

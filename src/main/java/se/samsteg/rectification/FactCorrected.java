package se.samsteg.rectification;

import org.springframework.modulith.NamedInterface;

/**
 * An answer in a case file was corrected.
 *
 * @param kind the id of the form in which it was given; {@link #UNIT} for the unit that referred
 * @param key of the answer in that form
 */
@NamedInterface("events")
public record FactCorrected(String caseNumber, String kind, String key) {

    /** The unit that referred comes from the register of staff, and no form asks for it. */
    public static final String UNIT = Note.UNIT;

    public boolean is(String kind, String key) {
        return this.kind.equals(kind) && this.key.equals(key);
    }
}

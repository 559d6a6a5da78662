package se.samsteg.rectification;

import org.springframework.modulith.NamedInterface;

/**
 * An answer in a case file was corrected.
 *
 * @param kind the id of the form in which it was given
 * @param key of the answer in that form
 */
@NamedInterface("events")
public record FactCorrected(String caseNumber, String kind, String key) {

    public boolean is(String kind, String key) {
        return this.kind.equals(kind) && this.key.equals(key);
    }
}

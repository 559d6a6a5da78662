package se.samsteg.casefile;

import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.LocalDate;
import se.samsteg.engine.Refused;

/**
 * A personnummer or samordningsnummer whose date exists and whose check digit is right.
 *
 * @param digits 12 digits, YYYYMMDDNNNN; the day of a samordningsnummer is 60 more than the day of birth
 */
public record IdentityNumber(String digits) {

    /**
     * @param text YYYYMMDD-NNNN or YYMMDD-NNNN, with or without the hyphen, which is a plus from the year somebody
     *     turns 100
     * @throws Refused if it is no valid number
     */
    public static IdentityNumber parse(String text) {
        try {
            return new IdentityNumber(Personnummer.parse(text.strip()).format(true));
        } catch (PersonnummerException e) {
            // Without its cause: that message quotes the number.
            throw new Refused(
                    "Personnummer eller samordningsnummer: numret är inte giltigt. Kontrollera datum och kontrollsiffra.");
        }
    }

    /** Day of birth. */
    public LocalDate birthDate() {
        int day = Integer.parseInt(digits.substring(6, 8));
        return LocalDate.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                day > 60 ? day - 60 : day);
    }
}

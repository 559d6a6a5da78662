package se.samsteg.person;

import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A personnummer or samordningsnummer whose date exists and whose check digit is right. A samordningsnummer has 60 more than
 * the day of birth; with month 00 or day 60 it says that Skatteverket does not know the date.
 *
 * @param digits 12 digits, YYYYMMDDNNNN
 */
public record IdentityNumber(String digits) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2})?(\\d{2})(\\d{2})(\\d{2})([-+]?)(\\d{4})");

    /** Of a samordningsnummer: the day + 60, or 60 where it is not known. */
    private static final int NO_DAY = 60;

    private static final int LAST_DAY = NO_DAY + 31;

    /**
     * @param text YYYYMMDD-NNNN or YYMMDD-NNNN, with any dash, spaces or nothing in between; a plus instead of the dash
     *     from the year in which the person turns 100
     * @throws Refused if it is no valid number
     */
    public static IdentityNumber parse(String text) {
        String plain = Folded.plain(text).replaceAll("[ " + Folded.BREAK + "]", "");
        Matcher written = WRITTEN.matcher(plain);
        if (written.matches() && dateless(written.group(3), written.group(4))) {
            return withoutDate(written);
        }
        try {
            return new IdentityNumber(Personnummer.parse(plain).format(true));
        } catch (PersonnummerException e) {
            // Without its cause: that message quotes the number.
            throw wrong();
        }
    }

    private static Refused wrong() {
        return new Refused(
                "Personnummer eller samordningsnummer: numret är inte giltigt. Kontrollera datum och kontrollsiffra.");
    }

    private static boolean dateless(String month, String day) {
        int number = Integer.parseInt(day);
        return number == NO_DAY && Integer.parseInt(month) <= 12
                || number > NO_DAY && number <= LAST_DAY && month.equals("00");
    }

    private static IdentityNumber withoutDate(Matcher written) {
        String ten = written.group(2) + written.group(3) + written.group(4) + written.group(6);
        if (!checked(ten)) {
            throw wrong();
        }
        String century = written.group(1);
        return new IdentityNumber((century == null ? century(written) : century) + ten);
    }

    /** The last in which the year is not in the future, or the one before it after a plus. */
    private static String century(Matcher written) {
        int now = LocalDate.now().getYear();
        int year = now - now % 100 + Integer.parseInt(written.group(2));
        if (year > now) {
            year -= 100;
        }
        return String.valueOf((written.group(5).equals("+") ? year - 100 : year) / 100);
    }

    /** Whether the last of ten digits checks the nine before it (Luhn, modulus 10). */
    private static boolean checked(String ten) {
        int sum = 0;
        for (int at = 0; at < ten.length(); at++) {
            int digit = (ten.charAt(at) - '0') * (at % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }

    /** As the number says it, by its last digit but one: {@code woman} where it is even, {@code man} where it is odd. */
    public String sex() {
        return (digits.charAt(digits.length() - 2) % 2 == 0 ? Sex.WOMAN : Sex.MAN).code();
    }

    @OptionsOf("referral-referral.sex")
    private enum Sex implements Code {
        WOMAN,
        MAN
    }

    /** Day of birth; null if the number does not say it. */
    public @Nullable LocalDate birthDate() {
        String month = digits.substring(4, 6);
        int day = Integer.parseInt(digits.substring(6, 8));
        return dateless(month, digits.substring(6, 8))
                ? null
                : LocalDate.of(
                        Integer.parseInt(digits.substring(0, 4)),
                        Integer.parseInt(month),
                        day > NO_DAY ? day - NO_DAY : day);
    }
}

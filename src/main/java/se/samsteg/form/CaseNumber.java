package se.samsteg.form;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a case, which tells nothing of the person: {@code SB-2026-0042}. Models and tables hold it as text; it is
 * made and parsed here alone.
 *
 * @param prefix two to four capitals, those of the programme
 * @param year in which the case was opened
 * @param number counted from 1 in each programme and year, with at least four digits
 */
public record CaseNumber(String prefix, int year, int number) {

    /** What follows the programme's letters, as a regular expression. */
    public static final String AFTER_PREFIX = "-\\d{4}-\\d{4,}";

    /** A number as it may be typed, in capitals or not, as a regular expression. */
    public static final String TYPED = "[A-Za-z]{2,4}" + AFTER_PREFIX;

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{2,4})-(\\d{4})-(\\d{4,9})");

    /** Empty if the text is no case number, such as the number of a group. */
    public static Optional<CaseNumber> parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new CaseNumber(
                        parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    /** A number that was typed in lower case, or copied with spaces around it, as it is written. */
    public static String written(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "%s-%d-%04d".formatted(prefix, year, number);
    }
}

package se.samsteg.form;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samsteg.print.Fonts;

/** Whether a text that is there suits its field. */
final class TextRules {

    /** What a field takes that names no length of its own. */
    private static final int LONGEST_LINE = 255;

    private static final int LONGEST_TEXT = 4_000;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private TextRules() {}

    /** What is wrong, to be read after the field's label; null if nothing is. */
    static @Nullable String violation(FormField field, String text, FormState state) {
        boolean lines = field.lines();
        if (!storable(text, lines)) {
            return "texten innehåller tecken som inte kan sparas.";
        }
        OptionalInt missing = Fonts.missing(text);
        if (missing.isPresent()) {
            return "tecknet " + Fonts.name(missing.getAsInt())
                    + " kan inte skrivas ut i handlingar. Skriv det på ett annat sätt.";
        }
        Number max = state.number(field.rule("maxLength"));
        int longest = max != null ? max.intValue() : lines ? LONGEST_TEXT : LONGEST_LINE;
        if (text.length() > longest) {
            return "skriv högst " + longest + " tecken.";
        }
        Number min = state.number(field.rule("minLength"));
        if (min != null && text.length() < min.intValue()) {
            return "skriv minst " + min.intValue() + " tecken.";
        }
        String pattern = field.rule("pattern").asText("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            return field.expected();
        }
        return field.rule("validationType").asText("").equals("email")
                        && !EMAIL.matcher(text).matches()
                ? "skriv en e-postadress."
                : null;
    }

    /** PostgreSQL cannot hold a NUL, nor half a character; other control characters have no business in a text. */
    private static boolean storable(String text, boolean lines) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t')));
    }
}

package se.samsteg.form;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.Set;

/**
 * A text as it is stored, however it was typed or pasted: composed letters (NFC), one kind of space and none at the ends,
 * one kind of line break, and nothing invisible. What cannot be stored at all is left in it, to be refused.
 */
final class InputText {

    private static final int NON_JOINER = 0x200c;
    private static final int JOINER = 0x200d;

    /** Where joiner and non-joiner say how letters are written. */
    private static final Set<Integer> JOINING = Set.of(
            UScript.ARABIC,
            UScript.SYRIAC,
            UScript.NKO,
            UScript.MONGOLIAN,
            UScript.DEVANAGARI,
            UScript.BENGALI,
            UScript.GURMUKHI,
            UScript.GUJARATI,
            UScript.ORIYA,
            UScript.TAMIL,
            UScript.TELUGU,
            UScript.KANNADA,
            UScript.MALAYALAM,
            UScript.SINHALA,
            UScript.KHMER,
            UScript.MYANMAR,
            UScript.TIBETAN);

    private InputText() {}

    /** @param lines whether it may have more than one line */
    static String of(String typed, boolean lines) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        StringBuilder kept = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at += Character.charCount(composed.codePointAt(at))) {
            int sign = composed.codePointAt(at);
            if (sign == '\r' || sign == '\u0085' || sign == '\u2028' || sign == '\u2029') {
                boolean pair = sign == '\r' && at + 1 < composed.length() && composed.charAt(at + 1) == '\n';
                kept.append(pair ? "" : "\n");
            } else if (Character.getType(sign) == Character.SPACE_SEPARATOR || sign == '\t' && !lines) {
                kept.append(' ');
            } else if (!invisible(sign) || joins(composed, at, sign)) {
                kept.appendCodePoint(sign);
            }
        }
        return kept.toString().strip();
    }

    /** Of the signs that format a text only those of number and verse, which some scripts write, are seen. */
    private static boolean invisible(int sign) {
        return UCharacter.hasBinaryProperty(sign, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(sign, UProperty.BIDI_CONTROL)
                || Character.getType(sign) == Character.FORMAT
                        && !UCharacter.hasBinaryProperty(sign, UProperty.PREPENDED_CONCATENATION_MARK);
    }

    private static boolean joins(String text, int at, int sign) {
        return (sign == JOINER || sign == NON_JOINER)
                && at > 0
                && at + 1 < text.length()
                && joining(text.codePointBefore(at))
                && joining(text.codePointAt(at + 1));
    }

    private static boolean joining(int sign) {
        int type = Character.getType(sign);
        boolean letter = Character.isLetter(sign)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
        return letter && JOINING.stream().anyMatch(script -> UScript.hasScript(sign, script));
    }
}

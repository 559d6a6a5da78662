package se.samsteg.person;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text in the plainest letters, to be compared: lower case, without diacritics, one kind of dash, apostrophe and space,
 * digits 0 to 9, and nothing invisible. Each of its characters knows where in the original it comes from.
 */
final class Folded {

    /** A space of no width: between words, and where a long word may be broken. */
    static final char BREAK = '\u200b';

    private static final String APOSTROPHES = "'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u2032\u00b4`\uff07\ua78c";
    private static final String DOTS = ".\u00b7\u2022\u2024\u2027\u3002\uff0e";
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Map<Integer, String> KNOWN = new ConcurrentHashMap<>();

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private Folded(String original) {
        for (int at = 0; at < original.length(); ) {
            int sign = original.codePointAt(at);
            int next = at + Character.charCount(sign);
            String plain = sign < 128 ? ascii(sign) : KNOWN.computeIfAbsent(sign, Folded::fold);
            if (plain.isEmpty() && !ends.isEmpty()) {
                ends.set(ends.size() - 1, next); // a mark goes with its letter
            }
            for (int n = 0; n < plain.length(); n++) {
                starts.add(at);
                ends.add(next);
            }
            text.append(plain);
            at = next;
        }
    }

    static Folded of(String original) {
        return new Folded(original);
    }

    String text() {
        return text.toString();
    }

    /** Where in the original the character at an index begins. */
    int start(int index) {
        return starts.get(index);
    }

    /** Where in the original the character at an index ends, with the marks and invisible signs that follow it. */
    int end(int index) {
        return ends.get(index);
    }

    static String plain(String text) {
        return of(text).text();
    }

    private static String ascii(int sign) {
        return switch (sign) {
            case '`' -> "'";
            case '\t', '\n', '\r', '\f' -> " ";
            default -> sign < ' ' || sign == 127 ? "" : Character.toString(Character.toLowerCase(sign));
        };
    }

    private static String fold(int sign) {
        String said = Character.toString(sign);
        if (sign == BREAK || Character.isSpaceChar(sign) || Character.isWhitespace(sign)) {
            return sign == BREAK ? said : " ";
        }
        if (APOSTROPHES.contains(said)) {
            return "'";
        }
        if (DOTS.contains(said)) {
            return ".";
        }
        if (Character.isDigit(sign)) {
            return Integer.toString(Character.digit(sign, 10));
        }
        return switch (Character.getType(sign)) {
            case Character.DASH_PUNCTUATION -> "-";
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> "";
            default -> sign == '\u2212' ? "-" : letters(said);
        };
    }

    private static String letters(String sign) {
        String bare = Normalizer.normalize(sign, Normalizer.Form.NFKD).replaceAll("[\\p{Mn}\\p{Me}]", "");
        return LATIN.transliterate(bare).toLowerCase(Locale.ROOT);
    }
}

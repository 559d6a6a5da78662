package se.samsteg.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts in which documents are printed, embedded in each of them, and the characters that they have. Liberation Sans
 * has the Latin, Greek and Cyrillic letters; Kurinto Sans has Arabic, Ethiopic, Hebrew, Georgian, Thai and most others.
 * Neither has Chinese characters or most emoji.
 */
public final class Fonts {

    /** The family names that documents use, in the order in which a character is looked for. */
    private static final Map<String, String> FILES = files();

    private static final BitSet PRINTABLE = printable();

    /** With the heights of the fonts known, a font is read only for a document that has letters of it. */
    private static final FSDefaultCacheStore METRICS = new FSDefaultCacheStore();

    private Fonts() {}

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("Samsteg", "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        files.put("SamstegScripts", "/fonts/ttf/Kurinto/KurintoSans-Rg.ttf");
        return files;
    }

    /** Gives a document the fonts, and lines that are written from right to left where their letters are. */
    public static PdfRendererBuilder in(PdfRendererBuilder document) {
        FILES.forEach((family, file) -> document.useFont(() -> open(file), family));
        return document.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .defaultTextDirection(TextDirection.LTR);
    }

    /** The first character of the text that no font has, as a code point. */
    public static OptionalInt missing(String text) {
        return text.codePoints().filter(character -> !PRINTABLE.get(character)).findFirst();
    }

    /** The text with each character that no font has named in its place, so that nothing is lost without a word. */
    public static String printed(String text) {
        if (missing(text).isEmpty()) {
            return text;
        }
        StringBuilder printed = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (PRINTABLE.get(character)) {
                printed.appendCodePoint(character);
            } else {
                printed.append("[tecken ").append(code(character)).append(']');
            }
        });
        return printed.toString();
    }

    /** A character as a sentence names it: itself where that can be seen, else its number. */
    public static String name(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> code(character);
            default -> "”" + Character.toString(character) + "”";
        };
    }

    private static String code(int character) {
        return "U+%04X".formatted(character);
    }

    private static BitSet printable() {
        BitSet printable = new BitSet(Character.MAX_CODE_POINT);
        for (CmapLookup characters : characters()) {
            for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
                if (characters.getGlyphId(character) != 0 && meansSomething(character)) {
                    printable.set(character);
                }
            }
        }
        "\n\r\t".chars().forEach(printable::set);
        return printable;
    }

    /** What fonts have for themselves is no text; the object replacement character is left out in print. */
    private static boolean meansSomething(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> character != '\uFFFC';
        };
    }

    private static List<CmapLookup> characters() {
        List<CmapLookup> characters = new ArrayList<>();
        for (String file : FILES.values()) {
            try (InputStream in = open(file);
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                characters.add(font.getUnicodeCmapLookup());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return characters;
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(file), file);
    }
}

package se.samsteg.result;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.samsteg.print.Fonts;
import se.samsteg.programme.Programmes;

/** Results as files: the same counts as the page, withheld where they are withheld there. */
@Component
class ResultFiles {

    static final List<String> HEADER = List.of(
            "figure",
            "label",
            "row",
            "code",
            "code_label",
            "count",
            "of",
            "percent",
            "missing",
            "unaccounted",
            "target",
            "withheld");

    /** How many rows of a sheet are in memory. */
    private static final int PORTION = 100;

    /** Spreadsheets take a cell that begins with one of these for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(HEADER.toArray(String[]::new))
            .get();

    private final SpringTemplateEngine templates;
    private final Programmes programmes;
    private final Words words;

    ResultFiles(SpringTemplateEngine templates, Programmes programmes, Words words) {
        this.templates = templates;
        this.programmes = programmes;
        this.words = words;
    }

    /** UTF-8 with semicolons. */
    void csv(Published read, OutputStream out) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT)) {
            for (List<?> row : rows(read)) {
                csv.printRecord(row.stream().map(ResultFiles::cell));
            }
        }
    }

    /** One sheet, sent portion by portion while it is written. */
    void xlsx(Published read, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Samsteg", null)) {
            Worksheet sheet = workbook.newWorksheet("Resultat");
            int row = 0;
            write(sheet, row++, HEADER);
            for (List<?> cells : rows(read)) {
                write(sheet, row++, cells);
                if (row % PORTION == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void write(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object value = cells.get(column);
            if (value instanceof Integer number) {
                sheet.value(row, column, number);
            } else if (value instanceof String text) {
                sheet.value(row, column, harmless(text));
            }
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value instanceof String text ? harmless(text) : value;
    }

    /** The text, with a quote before what would begin a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static Iterable<List<?>> rows(Published read) {
        return () -> read.figures().stream().flatMap(ResultFiles::rows).iterator();
    }

    private static Stream<List<?>> rows(Published.Shown figure) {
        return Stream.of(
                        Stream.<List<?>>of(row(
                                figure,
                                "figure",
                                new Named("", ""),
                                new Counts(
                                        figure.count(),
                                        figure.of(),
                                        figure.percent(),
                                        figure.missing(),
                                        figure.unaccounted(),
                                        figure.target()),
                                figure.count() == null)),
                        figure.targets().stream().map(target -> target(figure, target)),
                        figure.parts().stream().map(part -> part(figure, "part", part)),
                        figure.missingReasons().stream().map(reason -> part(figure, "missing", reason)),
                        figure.by().stream().flatMap(slice -> slice(figure, slice)))
                .flatMap(Function.identity());
    }

    /** Of a target that was in force on some days of the period: these days, and what was reached in them. */
    private static List<?> target(Published.Shown figure, Account.Target target) {
        return row(
                figure,
                "target",
                new Named(target.from() + "/" + target.to(), ""),
                new Counts(
                        target.count(),
                        target.of(),
                        Account.percent(target.count(), target.of()),
                        null,
                        null,
                        target.target()),
                false);
    }

    private static Stream<List<?>> slice(Published.Shown figure, Published.Slice slice) {
        Counts counts = new Counts(
                slice.count(), slice.of(), slice.percent(), slice.missing(), slice.unaccounted(), figure.target());
        return Stream.concat(
                Stream.<List<?>>of(row(figure, "by", new Named(slice.code(), slice.label()), counts, slice.withheld())),
                slice.parts().stream().map(part -> part(figure, "by " + slice.code(), part)));
    }

    private static List<?> part(Published.Shown figure, String row, Published.Part part) {
        return row(
                figure,
                row,
                new Named(part.code(), part.label()),
                new Counts(part.count(), null, part.percent(), null, null, null),
                part.withheld());
    }

    private record Named(String code, String label) {}

    private record Counts(
            @Nullable Integer count,
            @Nullable Integer of,
            @Nullable Integer percent,
            @Nullable Integer missing,
            @Nullable Integer unaccounted,
            @Nullable Integer target) {}

    private static List<?> row(Published.Shown figure, String row, Named named, Counts counts, boolean withheld) {
        return Arrays.asList(
                figure.id(),
                figure.label(),
                row,
                named.code(),
                named.label(),
                counts.count(),
                counts.of(),
                counts.percent(),
                counts.missing(),
                counts.unaccounted(),
                counts.target(),
                withheld ? String.valueOf(true) : "");
    }

    /** The filters, such as {@code Kön: Kvinna}. */
    private List<String> chosen(Published read) {
        return read.filters().entrySet().stream()
                .flatMap(filter -> Dimension.of(filter.getKey()).stream()
                        .map(one -> words.of(one) + ": "
                                + words.of(programmes.get(read.programme()), one, filter.getValue())))
                .toList();
    }

    byte[] pdf(Published read) {
        String html = templates.process(
                "results/print",
                new Context(
                        Locale.forLanguageTag("sv"),
                        Map.of(
                                "read",
                                read,
                                "programme",
                                programmes.get(read.programme()).name(),
                                "chosen",
                                chosen(read))));
        try (var out = new ByteArrayOutputStream()) {
            Fonts.in(new PdfRendererBuilder())
                    .useUriResolver((base, uri) -> null)
                    .usePdfUaAccessibility(true)
                    .withHtmlContent(Fonts.printed(html), null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

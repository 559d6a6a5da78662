package se.samsteg.result;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static final List<String> HEADER =
            List.of("figure", "label", "row", "code", "code_label", "count", "of", "percent", "missing", "withheld");

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

    byte[] csv(Published read) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT)) {
            for (List<?> row : rows(read)) {
                csv.printRecord(row.stream().map(ResultFiles::cell));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One sheet, written row by row. */
    byte[] xlsx(Published read) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Samsteg", null)) {
            Worksheet sheet = workbook.newWorksheet("Resultat");
            List<List<?>> rows = new ArrayList<>(List.of(HEADER));
            rows.addAll(rows(read));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    Object value = rows.get(row).get(column);
                    if (value instanceof Integer number) {
                        sheet.value(row, column, number);
                    } else if (value instanceof String text) {
                        sheet.value(row, column, harmless(text));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value instanceof String text ? harmless(text) : value;
    }

    /** The text, with a quote before what would begin a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static List<List<?>> rows(Published read) {
        List<List<?>> rows = new ArrayList<>();
        for (Published.Shown figure : read.figures()) {
            rows.add(row(
                    figure,
                    "figure",
                    "",
                    "",
                    figure.count(),
                    figure.of(),
                    figure.percent(),
                    figure.missing(),
                    figure.count() == null));
            figure.parts().forEach(part -> rows.add(part(figure, "part", part)));
            figure.missingReasons().forEach(reason -> rows.add(part(figure, "missing", reason)));
            for (Published.Slice slice : figure.by()) {
                rows.add(row(
                        figure,
                        "by",
                        slice.code(),
                        slice.label(),
                        slice.count(),
                        slice.of(),
                        slice.percent(),
                        slice.missing(),
                        slice.withheld()));
                slice.parts().forEach(part -> rows.add(part(figure, "by " + slice.code(), part)));
            }
        }
        return rows;
    }

    private static List<?> part(Published.Shown figure, String row, Published.Part part) {
        return row(figure, row, part.code(), part.label(), part.count(), null, part.percent(), null, part.withheld());
    }

    private static List<?> row(
            Published.Shown figure,
            String row,
            String code,
            String label,
            @Nullable Integer count,
            @Nullable Integer of,
            @Nullable Integer percent,
            @Nullable Integer missing,
            boolean withheld) {
        return Arrays.asList(
                figure.id(),
                figure.label(),
                row,
                code,
                label,
                count,
                of,
                percent,
                missing,
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

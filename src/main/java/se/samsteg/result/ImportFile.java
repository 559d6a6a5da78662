package se.samsteg.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the import's file row by row: UTF-8 with or without a mark of its byte order, {@code ;} between the columns. */
class ImportFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreEmptyLines(true)
            .get();

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ImportColumns columns;
    private final ImportReport.Errors errors;

    /** @param errors takes what is wrong with the file and the form of its rows */
    ImportFile(ImportColumns columns, ImportReport.Errors errors) {
        this.columns = columns;
        this.errors = errors;
    }

    /** @param rows gets each row that has as many cells as the header */
    void read(byte[] file, Consumer<ImportRow> rows) {
        int malformed = malformedAt(file);
        if (malformed >= 0) {
            errors.add(
                    1 + lineEnds(file, malformed),
                    null,
                    "Filen är inte i UTF-8. Spara den som CSV UTF-8 och försök igen.");
            return;
        }
        int mark = startsWithMark(file) ? MARK.length : 0;
        try (Reader reader = new InputStreamReader(
                        new ByteArrayInputStream(file, mark, file.length - mark), StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            read(parser, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(CSVParser parser, Consumer<ImportRow> rows) {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> header = List.of();
        long last = 0;
        try {
            while (records.hasNext()) {
                CSVRecord row = records.next();
                last = parser.getCurrentLineNumber();
                int line = Math.toIntExact(last - lineEnds(row));
                if (header.isEmpty()) {
                    header = header(row);
                    if (!errors.none()) {
                        return;
                    }
                } else if (row.size() == header.size()) {
                    rows.accept(row(line, row, header));
                } else {
                    errors.add(
                            line,
                            null,
                            "Raden har %d fält, men rubrikraden har %d.".formatted(row.size(), header.size()));
                }
            }
        } catch (UncheckedIOException wrongQuote) {
            errors.add(
                    Math.toIntExact(last + 1),
                    null,
                    "Raden har ett citattecken som inte avslutas eller står fel. Resten av filen kunde inte läsas.");
        }
        if (header.isEmpty() && errors.none()) {
            errors.add(1, null, "Filen är tom.");
        }
    }

    private List<String> header(CSVRecord row) {
        List<String> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : row) {
            header.add(name);
            if (columns.find(name).isEmpty()) {
                errors.add(1, name, "Kolumnen finns inte i filformatet.");
            } else if (!seen.add(name)) {
                errors.add(1, name, "Kolumnen finns två gånger.");
            }
        }
        columns.all().stream()
                .filter(column -> column.required() && !seen.contains(column.name()))
                .forEach(column -> errors.add(1, column.name(), "Kolumnen saknas."));
        return header;
    }

    private ImportRow row(int line, CSVRecord row, List<String> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        IntStream.range(0, header.size())
                .filter(n -> !row.get(n).isEmpty())
                .forEach(n -> cells.put(
                        header.get(n), columns.find(header.get(n)).orElseThrow().canonical(row.get(n))));
        return new ImportRow(line, cells);
    }

    private static boolean startsWithMark(byte[] file) {
        return file.length >= MARK.length && IntStream.range(0, MARK.length).allMatch(n -> file[n] == MARK[n]);
    }

    /** Of the first byte that is no UTF-8; below 0 if all are. */
    private static int malformedAt(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(file);
        CharBuffer thrownAway = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(from, thrownAway, true);
            if (result.isError()) {
                return from.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            thrownAway.clear();
        }
    }

    private static int lineEnds(byte[] file, int before) {
        return (int) IntStream.range(0, before).filter(n -> file[n] == '\n').count();
    }

    /** Within the cells of a row. */
    private static long lineEnds(CSVRecord row) {
        return row.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    }
}

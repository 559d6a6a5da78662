package se.samsteg.result;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.CaseNumber;
import se.samsteg.programme.Settings;

/** What a row of the import's file must hold. Weekends, holidays and equal dates are as good as others. */
class ImportRules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,39}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("\\d{6}[-+ ]?\\d{4}");
    private static final Pattern PERCENT = Pattern.compile("0|[1-9][0-9]?|100");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FORMULA = Pattern.compile("[=+@-].*");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int SHOWN = 40;

    private final Settings programme;
    private final ImportColumns columns;
    private final Map<String, Set<String>> codes;
    private final ImportReport.Errors errors;

    ImportRules(Settings programme, ImportColumns columns, ImportReport.Errors errors) {
        this.programme = programme;
        this.columns = columns;
        this.codes = columns.codes(programme);
        this.errors = errors;
    }

    /** Says what is wrong with each cell. */
    void check(ImportRow row) {
        for (ImportColumn column : columns.all()) {
            String cell = row.cells().get(column.name());
            String wrong = cell == null ? missing(column) : wrong(column, cell, row);
            if (wrong != null) {
                errors.add(row.line(), column.name(), wrong);
            }
        }
    }

    private static @Nullable String missing(ImportColumn column) {
        return column.required() ? "Värdet saknas." : null;
    }

    private @Nullable String wrong(ImportColumn column, String cell, ImportRow row) {
        if (cell.chars().anyMatch(Character::isISOControl)) {
            return "Cellen har ett radbyte eller ett annat styrtecken.";
        }
        if (FORMULA.matcher(cell).matches()) {
            return "Cellen börjar som en formel. Skriv värdet i stället.";
        }
        return switch (column.is()) {
            case CASE_NUMBER -> wrongNumber(cell);
            case PROGRAMME ->
                cell.equals(programme.id())
                        ? null
                        : "Raden hör till ett annat program än %s.".formatted(programme.id());
            case NAME ->
                NAME.matcher(cell).matches() && !IDENTITY_NUMBER.matcher(cell).find()
                        ? null
                        : "Namnet får ha högst 40 bokstäver, siffror, mellanslag och tecknen . _ / -";
            case DATE -> wrongDate(column, cell, row);
            case YEAR -> wrongYear(cell, row);
            case PERCENT ->
                PERCENT.matcher(cell).matches() ? null : "%s är inget helt tal från 0 till 100.".formatted(said(cell));
            case CODE, YES_NO -> wrongCode(column, cell);
            case CODES ->
                column.parts(cell).stream()
                        .map(code -> wrongCode(column, code))
                        .filter(wrong -> wrong != null)
                        .findFirst()
                        .orElse(null);
            case EVENTS ->
                column.parts(cell).stream()
                        .map(event -> wrongEvent(column, event))
                        .filter(wrong -> wrong != null)
                        .findFirst()
                        .orElse(null);
        };
    }

    private @Nullable String wrongNumber(String cell) {
        Optional<CaseNumber> number = CaseNumber.parse(cell);
        if (number.isEmpty() || !number.get().toString().equals(cell)) {
            return "%s är inget ärendenummer. Det skrivs som %s-2011-0042."
                    .formatted(said(cell), programme.casePrefix());
        }
        return number.get().prefix().equals(programme.casePrefix())
                ? null
                : "Ärendenumret hör till ett annat program. Här börjar de med %s-.".formatted(programme.casePrefix());
    }

    private static @Nullable String wrongDate(ImportColumn column, String cell, ImportRow row) {
        Optional<LocalDate> date = date(cell);
        if (date.isEmpty()) {
            return "%s är inget datum. Det skrivs som 2011-03-31.".formatted(said(cell));
        }
        return column.after().stream()
                .filter(earlier -> Optional.ofNullable(row.cells().get(earlier))
                        .flatMap(ImportRules::date)
                        .filter(date.get()::isBefore)
                        .isPresent())
                .findFirst()
                .map("Datumet är tidigare än %s."::formatted)
                .orElse(null);
    }

    private static Optional<LocalDate> date(String cell) {
        try {
            return DAY.matcher(cell).matches()
                    ? Optional.of(LocalDate.parse(cell))
                            .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR)
                    : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static @Nullable String wrongYear(String cell, ImportRow row) {
        int last = Optional.ofNullable(row.cells().get("referred_on"))
                .flatMap(ImportRules::date)
                .map(LocalDate::getYear)
                .orElse(LAST_YEAR);
        return cell.matches("\\d{4}") && Integer.parseInt(cell) >= FIRST_YEAR && Integer.parseInt(cell) <= last
                ? null
                : "%s är inget födelseår före remissen.".formatted(said(cell));
    }

    private @Nullable String wrongCode(ImportColumn column, String code) {
        Set<String> known = codes.getOrDefault(column.name(), Set.of());
        return known.contains(code)
                ? null
                : "%s är ingen kod i kolumnen. Koderna är: %s.".formatted(said(code), String.join(", ", known));
    }

    private @Nullable String wrongEvent(ImportColumn column, String event) {
        int at = event.indexOf(ImportColumn.AT);
        String wrong = wrongCode(column, at < 0 ? event : event.substring(0, at));
        if (wrong != null || at < 0) {
            return wrong;
        }
        return date(event.substring(at + 1)).isPresent()
                ? null
                : "%s har inget datum efter @. Det skrivs som cbt-done@2011-03-31.".formatted(said(event));
    }

    private static String said(String cell) {
        return "”" + (cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…") + "”";
    }
}

package se.samsteg.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Settings;

/** Writes the rows that figures are counted from as CSV, one after the other, in the import's columns or what is left of them. */
@Repository
class CaseRows {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\n")
            .get();

    private static final List<String> NATIONAL =
            List.of("programme;year;month;effort;sex;new;ongoing;ended".split(";"));

    /** How many rows the database hands over at once. */
    private static final int PORTION = 1000;

    /** Fewer rows than these with the same unit or cohort might tell of whom they are. */
    private static final int FEWEST = 5;

    private final JdbcClient jdbc;
    private final CountedCases counted;
    private final ImportColumns columns;

    CaseRows(DataSource database, CountedCases counted, ImportColumns columns) {
        JdbcTemplate portions = new JdbcTemplate(database);
        portions.setFetchSize(PORTION);
        this.jdbc = JdbcClient.create(portions);
        this.counted = counted;
        this.columns = columns;
    }

    /** Every case as the import takes it, in the order of the numbers; a duplicate referral is none. */
    @Transactional
    public void cases(Settings programme, Appendable out) {
        Map<String, String> read = new LinkedHashMap<>();
        columns.all().forEach(column -> read.put(column.name(), column.readAsText()));
        write(programme, read, "c.case_number", out);
    }

    /**
     * Every case without its number, in random order: the age band in place of the year of birth, half-years such as
     * {@code 2011-H1} in place of dates, a unit or cohort only where at least five rows share it.
     */
    @Transactional
    public void forEvaluator(Settings programme, Appendable out) {
        Map<String, String> read = new LinkedHashMap<>();
        for (ImportColumn column : columns.all()) {
            switch (column.is()) {
                case CASE_NUMBER -> {}
                case YEAR -> read.put("age", "result_age(c.birth_year, c.referred_on)");
                case DATE -> read.put(column.name(), shared(column.name(), half("c." + column.name())));
                case EVENTS ->
                    read.put(
                            column.name(),
                            "(select string_agg(distinct e.code || coalesce('@' || %s, ''), '|') from counted_event e where e.case_number = c.case_number and e.kind = 'event')"
                                    .formatted(half("e.happened_on")));
                default -> read.put(column.name(), shared(column.name(), column.readAsText()));
            }
        }
        write(programme, read, "random()", out);
    }

    /** A value that tells of few is left out: a unit's or a cohort's, and the cohort's first and last month with it. */
    private static String shared(String column, String sql) {
        String by = column.startsWith("cohort") ? "c.cohort" : column.equals("unit") ? "c.unit" : null;
        return by == null
                ? sql
                : "case when count(*) over (partition by %s) >= %d then %s end".formatted(by, FEWEST, sql);
    }

    private static String half(String date) {
        return "to_char(%1$s, 'YYYY') || case when extract(month from %1$s) <= 6 then '-H1' else '-H2' end"
                .formatted(date);
    }

    private void write(Settings programme, Map<String, String> read, String order, Appendable out) {
        counted.refresh();
        String sql = "select %s from counted_case c where c.programme = ? and not c.duplicate order by %s"
                .formatted(
                        read.entrySet().stream()
                                .map(column -> column.getValue() + " as " + column.getKey())
                                .collect(Collectors.joining(", ")),
                        order);
        print(jdbc.sql(sql).param(programme.id()), List.copyOf(read.keySet()), out);
    }

    /**
     * New, ongoing and ended cases of each month and sex. A case is ongoing on a month's last day; it begins with the
     * decision to admit and ends with the exit.
     *
     * @param year calendar year
     */
    @Transactional
    public void national(Settings programme, int year, Appendable out) {
        counted.refresh();
        print(
                jdbc.sql("""
                        with month as (
                          select first::date as first, (first + interval '1 month' - interval '1 day')::date as last
                          from generate_series(make_date(:year, 1, 1), make_date(:year, 12, 1), interval '1 month') as first),
                        participant_case as (
                          select coalesce(sex, 'unknown') as sex,
                            coalesce(called_on, case when decision = 'admit' then taken_up_on end) as began,
                            coalesce(exit_on, closed_on, 'infinity') as over
                          from counted_case where programme = :programme and not duplicate)
                        select :programme as programme, extract(year from first)::integer as year,
                          extract(month from first)::integer as month, :effort as effort, sex,
                          count(*) filter (where began between first and last) as new,
                          count(*) filter (where began <= last and over > last) as ongoing,
                          count(*) filter (where over between first and last) as ended
                        from month cross join participant_case where began is not null
                        group by first, sex order by first, sex""")
                        .param("programme", programme.id())
                        .param("effort", programme.name())
                        .param("year", year),
                NATIONAL,
                out);
    }

    private static void print(JdbcClient.StatementSpec statement, List<String> header, Appendable out) {
        try {
            CSVPrinter printer = new CSVPrinter(out, FORMAT);
            printer.printRecord(header);
            statement.query(row -> {
                List<String> cells = new ArrayList<>();
                for (String column : header) {
                    cells.add(harmless(row.getString(column)));
                }
                try {
                    printer.printRecord(cells);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A spreadsheet would calculate what begins like a formula. */
    private static String harmless(@Nullable String cell) {
        return cell == null ? "" : !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}

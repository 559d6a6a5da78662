package se.samsteg.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Json;

/** Cases of earlier years, which Samsteg knows from a file alone: no process, no person, only what figures count. */
@Repository
class ImportedCases {

    private static final String NUMBER = "case_number";

    private final JdbcClient jdbc;
    private final ImportColumns columns;
    private final String reading;
    private final String writing;

    ImportedCases(JdbcClient jdbc, ImportColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.reading = columns.all().stream()
                .map(column -> column.readAsText() + " as " + column.name())
                .collect(Collectors.joining(", "));
        String rows = "json_to_recordset(?::json) as r(%s)"
                .formatted(columns.all().stream().map(ImportColumn::declared).collect(Collectors.joining(", ")));
        this.writing = """
                with r as (select * from %s),
                written as (insert into counted_case (%s) select %s from r returning case_number)
                insert into counted_event (case_number, kind, code, happened_on)
                select r.case_number, 'event', split_part(e, '@', 1), nullif(split_part(e, '@', 2), '')::date
                from r join written using (case_number), string_to_table(r.events, '|') as e
                union all
                select r.case_number, 'assessed', 'assessed', r.taken_up_on
                from r join written using (case_number) where r.taken_up_on is not null""".formatted(
                        rows,
                        columns.ofCase().stream().map(ImportColumn::name).collect(Collectors.joining(", ")),
                        columns.ofCase().stream().map(ImportColumn::written).collect(Collectors.joining(", ")));
    }

    /**
     * A case that Samsteg has, as cases.csv shows it.
     *
     * @param own whether it is a case of Samsteg's own, which no file changes
     */
    record Known(boolean own, Map<String, String> cells) {}

    /** One import or dry run at a time; false if another one runs. The lock goes with the transaction. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('samsteg.import'))")
                .query(Boolean.class)
                .single();
    }

    /** Those of the programme, by number. */
    Map<String, Known> find(String programme, Collection<String> caseNumbers) {
        Map<String, Known> found = new HashMap<>();
        jdbc.sql(
                        "select c.case_file is not null as own, %s from counted_case c where c.programme = ? and c.case_number = any(?)"
                                .formatted(reading))
                .params(programme, caseNumbers.toArray(String[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getString(NUMBER), new Known(row.getBoolean("own"), cells(row)));
                });
        return found;
    }

    private Map<String, String> cells(ResultSet row) throws SQLException {
        Map<String, String> cells = new HashMap<>();
        for (ImportColumn column : columns.all()) {
            String cell = row.getString(column.name());
            if (cell != null) {
                cells.put(column.name(), column.canonical(cell));
            }
        }
        return cells;
    }

    /** Writes rows in place of those with the same numbers. */
    void write(List<ImportRow> rows) {
        jdbc.sql("delete from counted_case where case_file is null and case_number = any(?)")
                .params((Object) rows.stream().map(ImportRow::caseNumber).toArray(String[]::new))
                .update();
        jdbc.sql(writing)
                .param(Json.write(rows.stream().map(ImportRow::cells).toList()))
                .update();
    }
}

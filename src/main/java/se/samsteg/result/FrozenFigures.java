package se.samsteg.result;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Json;

/** The figures of signed years: counts in rows, and the words that they were shown with. */
@Repository
class FrozenFigures {

    private static final JsonMapper COLUMNS = Json.MAPPER
            .rebuild()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;

    FrozenFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Text(
            UUID frozen,
            String figure,
            int place,
            String label,
            String definition,
            String sources,
            @Nullable String note) {}

    /** Stores the words and the counts of a year. */
    void add(UUID year, Account whole, List<FrozenRow> rows) {
        List<Text> texts = new ArrayList<>();
        whole.figures()
                .forEach(one -> texts.add(new Text(
                        year, one.id(), texts.size(), one.label(), one.definition(), one.sources(), one.note())));
        jdbc.sql("""
                        insert into frozen_text (frozen, figure, place, label, definition, sources, note)
                        select frozen, figure, place, label, definition, sources, note
                        from jsonb_populate_recordset(null::frozen_text, ?::jsonb)""").param(json(texts)).update();
        jdbc.sql("""
                        insert into frozen_figure (frozen, n, sex, dimension, code, figure, kind, part, label, count, of_all,
                          percent, missing, unaccounted)
                        select ?, row_number() over (), sex, dimension, code, figure, kind, part, label, count, of_all,
                          percent, missing, unaccounted
                        from jsonb_populate_recordset(null::frozen_figure, ?::jsonb)""").params(year, json(rows)).update();
    }

    private static String json(Object rows) {
        try {
            return COLUMNS.writeValueAsString(rows);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The figures of a year as they were signed.
     *
     * @param sex only of those; null: of all
     * @param by broken down by
     */
    List<Account.Shown> of(UUID year, @Nullable String sex, @Nullable Dimension by) {
        Map<String, List<FrozenRow>> slices = by == null ? Map.of() : byFigure(rows(year, sex, by.parameter(), null));
        return shown(year, rows(year, sex, null, null), slices);
    }

    /** Only of those with one code of a dimension, as they were signed: without the reasons why something is not known. */
    List<Account.Shown> only(UUID year, Dimension dimension, String code) {
        return shown(year, rows(year, null, dimension.parameter(), code), Map.of());
    }

    private List<Account.Shown> shown(UUID year, List<FrozenRow> whole, Map<String, List<FrozenRow>> slices) {
        Map<String, Text> texts =
                jdbc.sql("""
                        select frozen, figure, place, label, definition, sources, note from frozen_text where frozen = ?
                        order by place""").param(year).query(DataClassRowMapper.newInstance(Text.class)).list().stream()
                        .collect(Collectors.toMap(Text::figure, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, List<FrozenRow>> figures = byFigure(whole);
        return texts.values().stream()
                .filter(text -> figures.containsKey(text.figure()))
                .map(text -> FrozenRow.shown(
                        text.figure(),
                        text.label(),
                        text.definition(),
                        text.sources(),
                        text.note(),
                        Objects.requireNonNull(figures.get(text.figure())),
                        slices(slices.getOrDefault(text.figure(), List.of()))))
                .toList();
    }

    private static List<Account.Slice> slices(List<FrozenRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.code()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(FrozenRow::slice)
                .toList();
    }

    private List<FrozenRow> rows(UUID year, @Nullable String sex, @Nullable String dimension, @Nullable String code) {
        return jdbc.sql("""
                        select sex, dimension, code, figure, kind, part, label, count, of_all, percent, missing, unaccounted
                        from frozen_figure where frozen = :year and sex is not distinct from :sex
                        and dimension is not distinct from :dimension and (:code::text is null or code = :code) order by n""")
                .param("year", year)
                .param("sex", sex)
                .param("dimension", dimension)
                .param("code", code)
                .query(DataClassRowMapper.newInstance(FrozenRow.class))
                .list();
    }

    private static Map<String, List<FrozenRow>> byFigure(List<FrozenRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(FrozenRow::figure, LinkedHashMap::new, Collectors.toList()));
    }

    /** The rows of an account: of its whole, or of what it is broken down by. */
    static Stream<FrozenRow> rows(Account account, @Nullable String sex, @Nullable Dimension by) {
        return account.figures().stream()
                .flatMap(figure -> by == null
                        ? FrozenRow.of(sex, figure)
                        : figure.by().stream().flatMap(slice -> FrozenRow.of(sex, by, figure.id(), slice)));
    }
}

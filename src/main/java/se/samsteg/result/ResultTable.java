package se.samsteg.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the page Resultat, with the columns of one period or those of two beside each other.
 *
 * @param id in the page; charts name the table that they are drawn from
 * @param first heading of the column with the rows' labels
 * @param columns of each period
 * @param periods what they are called
 * @param chart whether a chart is drawn from it, and over which axis; null without one
 */
record ResultTable(
        String id,
        String caption,
        String first,
        List<String> columns,
        List<String> periods,
        List<Row> rows,
        @Nullable Axis chart) {

    static final String WITHHELD = "–";

    /** What the length of a bar is. */
    enum Axis {
        NUMBER,
        PERCENT
    }

    public boolean compared() {
        return periods.size() > 1;
    }

    public boolean drawn() {
        return chart != null
                && rows.stream().flatMap(row -> row.bars().stream()).anyMatch(Objects::nonNull);
    }

    /**
     * A row.
     *
     * @param cells of all columns of all periods
     * @param bars the length of the bar of each period; null where there is none
     * @param targets the line across the bars of each period; null where there is none
     */
    record Row(String label, List<String> cells, List<@Nullable Integer> bars, List<@Nullable Integer> targets) {

        /** For the script that draws the chart. */
        public String barsAsJson() {
            return bars.toString();
        }

        /** For the script that draws the chart. */
        public String targetsAsJson() {
            return targets.toString();
        }
    }

    /** What a row says of one period. */
    record Told(
            List<String> cells,
            @Nullable Integer bar,
            @Nullable Integer target) {

        static Told of(@Nullable Integer bar, String... cells) {
            return new Told(List.of(cells), bar, null);
        }
    }

    /**
     * @param each of each period; null where there is none
     * @param otherwise what is told then, of each period
     */
    static <T> Row row(String label, List<@Nullable T> each, List<Told> otherwise, Function<T, Told> told) {
        List<Told> periods = IntStream.range(0, each.size())
                .mapToObj(n -> Optional.ofNullable(each.get(n)).map(told).orElseGet(() -> otherwise.get(n)))
                .toList();
        return new Row(
                label,
                periods.stream().flatMap(one -> one.cells().stream()).toList(),
                periods.stream().map(Told::bar).collect(Collectors.toCollection(ArrayList::new)),
                periods.stream().map(Told::target).collect(Collectors.toCollection(ArrayList::new)));
    }

    static Told blank(int columns) {
        return new Told(Collections.nCopies(columns, ""), null, null);
    }

    static String count(@Nullable Integer count) {
        return count == null ? WITHHELD : String.valueOf(count);
    }

    static String percent(@Nullable Integer percent, String otherwise) {
        return percent == null ? otherwise : percent + " %";
    }
}

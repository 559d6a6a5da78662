package se.samsteg.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of the page Resultat: of one period, or of two beside each other. */
class ResultTables {

    private static final Set<String> FUNNEL = Set.of(
            "referrals.received",
            "referrals.takenUp",
            "referrals.called",
            "referrals.returned",
            "referrals.waiting",
            "stock.current",
            "exits.total");

    private final List<Published> read;
    private final List<String> periods;

    /** @param read the period, and what it is compared with if anything */
    ResultTables(List<Published> read) {
        this.read = read;
        this.periods = read.stream()
                .map(one -> NamedPeriod.label(new Period(one.from(), one.to())))
                .toList();
    }

    /**
     * A figure.
     *
     * @param sums what it says in one line, of each period
     * @param matrices in place of a table of parts where each is from something to something
     */
    record Section(
            Published.Shown figure,
            List<Sum> sums,
            @Nullable ResultTable parts,
            List<Matrix> matrices,
            @Nullable ResultTable reasons,
            @Nullable ResultTable by) {}

    /** @param period null where there is but one */
    record Sum(@Nullable String period, Published.Shown figure) {}

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (Published.Shown figure : read.get(0).figures()) {
            sections.add(section(figure, sections.size()));
        }
        return sections;
    }

    private Section section(Published.Shown figure, int place) {
        List<Published.@Nullable Shown> each = each(figure.id());
        boolean matrix = each.stream().anyMatch(one -> one != null && Matrix.is(one));
        List<Sum> sums = new ArrayList<>();
        Map<String, Published.Shown> moves = new LinkedHashMap<>();
        for (int n = 0; n < each.size(); n++) {
            Published.Shown one = each.get(n);
            if (one != null) {
                sums.add(new Sum(periods.size() > 1 ? periods.get(n) : null, one));
                if (Matrix.is(one)) {
                    moves.put("%s, %s".formatted(figure.label(), periods.get(n)), one);
                }
            }
        }
        return new Section(
                figure,
                sums,
                matrix ? null : parts("parts-" + place, figure, each),
                Matrix.of(moves),
                reasons("reasons-" + place, figure, each),
                by("by-" + place, figure, each));
    }

    private List<Published.@Nullable Shown> each(String id) {
        List<Published.@Nullable Shown> each = new ArrayList<>();
        for (Published one : read) {
            each.add(one.figures().stream()
                    .filter(figure -> figure.id().equals(id))
                    .findFirst()
                    .orElse(null));
        }
        return each;
    }

    /** Of each period the entry with each code that any of them has, in the order of the first that has it. */
    private static <T> Map<String, List<@Nullable T>> aligned(
            List<Published.@Nullable Shown> each,
            Function<Published.Shown, List<T>> entries,
            Function<T, String> code) {
        Map<String, List<@Nullable T>> aligned = new LinkedHashMap<>();
        for (int n = 0; n < each.size(); n++) {
            Published.Shown one = each.get(n);
            for (T entry : one == null ? List.<T>of() : entries.apply(one)) {
                aligned.computeIfAbsent(code.apply(entry), key -> none(each.size()))
                        .set(n, entry);
            }
        }
        return aligned;
    }

    private static <T> List<@Nullable T> none(int periods) {
        List<@Nullable T> none = new ArrayList<>();
        IntStream.range(0, periods).forEach(n -> none.add(null));
        return none;
    }

    private static <T> T first(List<@Nullable T> each) {
        return each.stream().filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private @Nullable ResultTable parts(String id, Published.Shown figure, List<Published.@Nullable Shown> each) {
        List<String> columns = figure.days() ? List.of(unit(figure)) : List.of("Antal", "Procent");
        // A part that is told of one period alone counts nothing in the other.
        List<ResultTable.Told> none = each.stream()
                .map(one -> one == null || figure.days()
                        ? ResultTable.blank(columns.size())
                        : ResultTable.Told.of(0, ResultTable.count(0), ResultTable.percent(0, "")))
                .toList();
        List<ResultTable.Row> rows = new ArrayList<>();
        aligned(each, Published.Shown::parts, Published.Part::code)
                .values()
                .forEach(parts -> rows.add(ResultTable.row(
                        first(parts).label(),
                        parts,
                        none,
                        part -> figure.days()
                                ? ResultTable.Told.of(part.count(), ResultTable.count(part.count()))
                                : ResultTable.Told.of(
                                        part.count(),
                                        ResultTable.count(part.count()),
                                        ResultTable.percent(part.percent(), ResultTable.WITHHELD)))));
        return table(id, figure.label(), "Del", columns, rows, ResultTable.Axis.NUMBER);
    }

    private static String unit(Published.Shown figure) {
        return TimeFigures.days(figure.id()) ? "Dagar" : "Antal";
    }

    private static List<ResultTable.Told> blank(List<?> periods, int columns) {
        return Collections.nCopies(periods.size(), ResultTable.blank(columns));
    }

    private @Nullable ResultTable reasons(String id, Published.Shown figure, List<Published.@Nullable Shown> each) {
        List<ResultTable.Row> rows = new ArrayList<>();
        aligned(each, Published.Shown::missingReasons, Published.Part::code)
                .values()
                .forEach(parts -> rows.add(ResultTable.row(
                        first(parts).label(),
                        parts,
                        blank(each, 1),
                        part -> ResultTable.Told.of(part.count(), ResultTable.count(part.count())))));
        return table(id, "Varför svar saknas: " + figure.label(), "Varför svar saknas", List.of("Antal"), rows, null);
    }

    private @Nullable ResultTable by(String id, Published.Shown figure, List<Published.@Nullable Shown> each) {
        List<String> columns = List.of("Antal", "Av", "Procent", "Saknar svar");
        boolean share = figure.by().stream().anyMatch(slice -> slice.percent() != null);
        List<ResultTable.Row> rows = new ArrayList<>();
        aligned(each, Published.Shown::by, Published.Slice::code)
                .values()
                .forEach(slices -> rows.add(ResultTable.row(
                        first(slices).label(),
                        slices,
                        blank(each, columns.size()),
                        slice -> ResultTable.Told.of(
                                share ? slice.percent() : slice.count(),
                                ResultTable.count(slice.count()),
                                slice.withheld()
                                        ? ResultTable.WITHHELD
                                        : slice.of() == null ? "" : String.valueOf(slice.of()),
                                ResultTable.percent(slice.percent(), ""),
                                ResultTable.count(slice.missing())))));
        return table(
                id,
                "Uppdelning: " + figure.label(),
                "Uppdelning",
                columns,
                rows,
                share ? ResultTable.Axis.PERCENT : ResultTable.Axis.NUMBER);
    }

    private @Nullable ResultTable table(
            String id,
            String caption,
            String first,
            List<String> columns,
            List<ResultTable.Row> rows,
            ResultTable.@Nullable Axis chart) {
        return rows.isEmpty() ? null : new ResultTable(id, caption, first, columns, periods, rows, chart);
    }

    /** The goals that were in force; null without any. */
    @Nullable
    ResultTable goals() {
        List<String> columns = List.of("Antal", "Av", "Procent", "Målet är", "Saknar svar", "Nått");
        List<ResultTable.Row> rows = shown(
                        figure -> figure.target() != null || !figure.targets().isEmpty())
                .map(figure -> ResultTable.row(
                        figure.label(), each(figure.id()), blank(read, columns.size()), ResultTables::goal))
                .toList();
        return table(
                "goals",
                "Andel som nådde målet, av dem där det är känt",
                "Mål",
                columns,
                rows,
                ResultTable.Axis.PERCENT);
    }

    private static ResultTable.Told goal(Published.Shown goal) {
        return new ResultTable.Told(
                List.of(
                        ResultTable.count(goal.count()),
                        ResultTable.count(goal.of()),
                        ResultTable.percent(goal.percent(), ResultTable.WITHHELD),
                        target(goal),
                        ResultTable.count(goal.missing()),
                        goal.met() == null ? ResultTable.WITHHELD : goal.met() ? "Ja" : "Nej"),
                goal.percent(),
                goal.target());
    }

    /** Where the goal was changed within the period, each with its first day. */
    private static String target(Published.Shown goal) {
        return goal.target() != null
                ? goal.target() + " %"
                : String.join(
                        ", ",
                        goal.targets().stream()
                                .map(one -> "%d %% från %s".formatted(one.target(), one.from()))
                                .toList());
    }

    /** From referral to exit. */
    @Nullable
    ResultTable funnel() {
        List<ResultTable.Row> rows = shown(figure -> FUNNEL.contains(figure.id()))
                .map(figure -> ResultTable.row(
                        figure.label(),
                        each(figure.id()),
                        blank(read, 1),
                        one -> ResultTable.Told.of(one.count(), ResultTable.count(one.count()))))
                .toList();
        return table("funnel", "Ärenden", "Steg", List.of("Antal"), rows, ResultTable.Axis.NUMBER);
    }

    private Stream<Published.Shown> shown(Predicate<Published.Shown> which) {
        return read.get(0).figures().stream().filter(which);
    }
}

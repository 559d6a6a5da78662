package se.samsteg.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The counts of accounts and which of them add up to which: within a figure, between figures that count the same cases,
 * between a figure and what it is broken down by, and between periods of which one is made up of others.
 */
class Sums {

    /** A count that is the sum of others. */
    record Sum(Cell total, List<Cell> parts) {}

    /** Figures of the last day: of a year as of its second half and its last quarter. */
    private static final Set<String> OF_THE_LAST_DAY = Set.of("stock.current", "referrals.waiting");

    private final Map<Cell, Integer> counts = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Map<String, List<Cell>> together = new HashMap<>();
    private final Set<Cell> unseen = new HashSet<>();

    /** @param accounts of periods that may be made up of each other, each whole and broken down by the same or nothing */
    Sums(List<Account> accounts) {
        accounts.forEach(this::read);
        hide();
        accounts.forEach(this::betweenFigures);
        counts.keySet().stream()
                .filter(cell -> cell.whole() && !cell.isPart() && !cell.unseen())
                .forEach(cell -> together.computeIfAbsent(key(cell), key -> new ArrayList<>())
                        .add(cell));
        accounts.forEach(year -> betweenPeriods(year, accounts));
        accounts.forEach(before -> accounts.stream()
                .filter(after -> after.from().equals(before.to().plusDays(1)))
                .forEach(after -> flow(before, after)));
    }

    Map<Cell, Integer> counts() {
        return counts;
    }

    List<Sum> sums() {
        return sums;
    }

    /**
     * Those that are withheld with it: what a slice has in a figure, parts where a case can be in several, and the same
     * count of all quarters or of both halves of the year.
     */
    List<Cell> with(Cell cell) {
        return cell.ofSlice() ? List.of() : together.getOrDefault(key(cell), List.of());
    }

    private static String key(Cell cell) {
        int months = PublishedPeriods.months(cell.period());
        if (!cell.whole()) {
            return cell.figure() + " by " + (months == PublishedPeriods.YEAR ? cell.slice() : months);
        }
        return cell.figure() + " " + months + (cell.isPart() ? " parts" : " " + cell.name());
    }

    private void read(Account account) {
        Period period = new Period(account.from(), account.to());
        for (Account.Shown figure : account.figures()) {
            if (Figures.ofNoCase(figure.id())) {
                continue;
            }
            Reader whole = new Reader(period, figure.id(), "");
            whole.share(figure.count(), figure.of(), figure.missing());
            whole.put(Cell.UNACCOUNTED, figure.unaccounted());
            Map<String, Integer> reasons = new LinkedHashMap<>();
            figure.missingReasons().forEach(one -> reasons.put(one.code(), one.count()));
            whole.reasons(figure.missing(), reasons);
            if (counted(figure)) {
                Map<String, Integer> parts = new LinkedHashMap<>();
                figure.parts().forEach(one -> parts.put(one.code(), one.count()));
                whole.parts(figure, parts);
            }
            figure.by().forEach(slice -> {
                Reader one = new Reader(period, figure.id(), slice.code());
                one.share(slice.count(), slice.of(), slice.missing());
                one.put(Cell.UNACCOUNTED, slice.unaccounted());
                if (counted(figure)) {
                    Map<String, Integer> parts = new LinkedHashMap<>();
                    figure.parts().forEach(part -> parts.put(part.code(), 0));
                    slice.parts().forEach(part -> parts.put(part.code(), part.count()));
                    one.parts(figure, parts);
                }
            });
            breakdown(period, figure);
            Stream.concat(
                            Stream.of(Cell.COUNT, Cell.OF, Cell.MISSING, Cell.UNACCOUNTED),
                            figure.parts().stream().map(part -> Cell.part(part.code())))
                    .forEach(name -> sum(
                            new Cell(period, figure.id(), name, ""),
                            figure.by().stream()
                                    .map(slice -> new Cell(period, figure.id(), name, slice.code()))
                                    .toList()));
        }
    }

    /** Whether its parts are counts, and not days or the sums of a matrix that is read itself. */
    private static boolean counted(Account.Shown figure) {
        return Figures.shares(figure.id()) && Figures.changed(figure.id()) == null;
    }

    /**
     * The parts of slices of a figure are shown in no period of a length if any of them is few: then they are known only
     * where they follow from what is shown. That nothing is unaccounted is known of most figures.
     */
    private void hide() {
        Set<String> few = counts.entrySet().stream()
                .filter(one -> one.getKey().ofSlice() && Suppression.few(one.getValue()))
                .map(one -> length(one.getKey()))
                .collect(Collectors.toSet());
        counts.keySet().stream()
                .filter(cell -> cell.ofSlice() && few.contains(length(cell)))
                .filter(cell -> cell.isPart() || counts.getOrDefault(cell, 0) > 0)
                .forEach(unseen::add);
    }

    private static String length(Cell cell) {
        return cell.figure() + " " + PublishedPeriods.months(cell.period());
    }

    /** Whether a count stands in no table. */
    boolean unseen(Cell cell) {
        return cell.unseen() || unseen.contains(cell);
    }

    /** Puts in one figure, whole or for one slice. */
    private class Reader {
        private final Period period;
        private final String figure;
        private final String slice;

        Reader(Period period, String figure, String slice) {
            this.period = period;
            this.figure = figure;
            this.slice = slice;
        }

        Cell cell(String name) {
            return new Cell(period, figure, name, slice);
        }

        void put(String name, int count) {
            counts.put(cell(name), count);
        }

        void share(int count, @Nullable Integer of, int missing) {
            put(Cell.COUNT, count);
            put(Cell.MISSING, missing);
            if (of != null) {
                put(Cell.OF, of);
                put(Cell.REST, of - count);
                put(Cell.ALL, of + missing);
                sum(cell(Cell.OF), List.of(cell(Cell.COUNT), cell(Cell.REST)));
                sum(cell(Cell.OF), List.of(cell(Cell.COUNT), cell(Cell.MISSING)));
                sum(cell(Cell.ALL), List.of(cell(Cell.OF), cell(Cell.MISSING)));
            }
        }

        void reasons(int missing, Map<String, Integer> reasons) {
            List<Cell> cells = new ArrayList<>();
            reasons.forEach((code, count) -> {
                put(Cell.reason(code), count);
                cells.add(cell(Cell.reason(code)));
            });
            sum(cell(Cell.MISSING), cells);
        }

        void parts(Account.Shown figure, Map<String, Integer> parts) {
            Map<String, List<Cell>> kinds = new LinkedHashMap<>();
            List<Cell> all = new ArrayList<>();
            parts.forEach((code, count) -> {
                put(Cell.part(code), count);
                Cell cell = cell(Cell.part(code));
                all.add(cell);
                kinds.computeIfAbsent(
                                code.contains(".") ? code.substring(0, code.indexOf('.')) : "", k -> new ArrayList<>())
                        .add(cell);
            });
            if (all.isEmpty()) {
                return;
            }
            List<Cell> withRest = new ArrayList<>(all);
            withRest.add(cell(Cell.UNACCOUNTED));
            boolean known = sum(cell(Cell.COUNT), withRest)
                    || sum(cell(Cell.COUNT), all)
                    || sum(cell(Cell.OF), withRest)
                    || sum(cell(Cell.OF), all);
            for (List<Cell> kind : kinds.values()) {
                known |= kinds.size() > 1 && sum(cell(Cell.COUNT), kind);
            }
            // A part that is the count itself, such as those whose health is better.
            all.forEach(part -> sum(cell(Cell.COUNT), List.of(part)));
            if (slice.isEmpty() && (!known || figure.id().startsWith("livelihood"))) {
                together.computeIfAbsent(key(all.get(0)), key -> new ArrayList<>())
                        .addAll(all);
            }
        }
    }

    /** Of a year a slice is withheld for itself, of shorter periods the breakdown of each as long. */
    private void breakdown(Period period, Account.Shown figure) {
        figure.by().forEach(slice -> Stream.of(Cell.COUNT, Cell.OF, Cell.MISSING)
                .map(name -> new Cell(period, figure.id(), name, slice.code()))
                .filter(counts::containsKey)
                .forEach(cell -> together.computeIfAbsent(key(cell), key -> new ArrayList<>())
                        .add(cell)));
    }

    /** Where the numbers do add up: a case can be in two groups, and be a case in two quarters. */
    boolean sum(Cell total, List<Cell> parts) {
        Integer sum = counts.get(total);
        if (sum == null || parts.isEmpty() || !parts.stream().allMatch(counts::containsKey)) {
            return false;
        }
        boolean holds = parts.stream().mapToInt(counts::get).sum() == sum;
        if (holds) {
            sums.add(new Sum(total, parts));
        }
        return holds;
    }

    private void betweenFigures(Account account) {
        Stream.concat(
                        Stream.of(""),
                        account.figures().stream()
                                .flatMap(figure -> figure.by().stream())
                                .map(Account.Slice::code)
                                .distinct())
                .forEach(slice -> new SameCases(this, account, slice).add());
    }

    /** A year and its halves, a year and its quarters, a half-year and its quarters. */
    private void betweenPeriods(Account longer, List<Account> accounts) {
        Period period = new Period(longer.from(), longer.to());
        for (int months : List.of(3, 6)) {
            List<Period> within = new ArrayList<>();
            for (LocalDate from = period.from(); from.isBefore(period.to()); from = from.plusMonths(months)) {
                within.add(new Period(from, from.plusMonths(months).minusDays(1)));
            }
            List<Period> there = accounts.stream()
                    .map(one -> new Period(one.from(), one.to()))
                    .toList();
            if (within.size() > 1
                    && there.containsAll(within)
                    && within.get(within.size() - 1).to().equals(period.to())) {
                addUp(period, within);
            }
        }
    }

    private void addUp(Period longer, List<Period> within) {
        List<Cell> cells = counts.keySet().stream()
                .filter(cell -> within.contains(cell.period()) || cell.period().equals(longer))
                .map(cell -> new Cell(longer, cell.figure(), cell.name(), cell.slice()))
                .distinct()
                .toList();
        for (Cell cell : cells) {
            List<Cell> parts = within.stream()
                    .map(one -> new Cell(one, cell.figure(), cell.name(), cell.slice()))
                    .filter(one -> Objects.nonNull(counts.get(one)))
                    .toList();
            sum(cell, parts);
            if (OF_THE_LAST_DAY.contains(cell.figure())) {
                Period last = within.get(within.size() - 1);
                sum(cell, List.of(new Cell(last, cell.figure(), cell.name(), cell.slice())));
            }
        }
        joined(longer, within);
    }

    /** Who is counted in a longer period and not in its first part came later, save where a decision took long. */
    private void joined(Period longer, List<Period> within) {
        counts.keySet().stream()
                .filter(cell -> cell.period().equals(longer)
                        && cell.figure().equals("cases")
                        && cell.name().equals(Cell.COUNT))
                .toList()
                .forEach(cell -> {
                    List<Cell> parts = new ArrayList<>();
                    parts.add(new Cell(within.get(0), cell.figure(), cell.name(), cell.slice()));
                    within.stream()
                            .skip(1)
                            .map(one -> new Cell(one, "referrals.received", cell.name(), cell.slice()))
                            .forEach(parts::add);
                    sum(cell, parts);
                });
    }

    /** Who was a participant and who began is one still or has left. */
    private void flow(Account before, Account after) {
        Period first = new Period(before.from(), before.to());
        Period then = new Period(after.from(), after.to());
        List.copyOf(counts.keySet()).stream()
                .filter(cell -> cell.period().equals(then)
                        && cell.figure().equals("stock.current")
                        && cell.name().equals(Cell.COUNT))
                .forEach(stock -> {
                    Cell through = new Cell(then, stock.figure(), Cell.THROUGH + first, stock.slice());
                    Cell left = new Cell(then, "exits.total", Cell.COUNT, stock.slice());
                    Cell was = new Cell(first, stock.figure(), Cell.COUNT, stock.slice());
                    Cell began = new Cell(then, "background", Cell.COUNT, stock.slice());
                    counts.put(through, counts.getOrDefault(stock, 0) + counts.getOrDefault(left, 0));
                    if (sum(through, List.of(was, began))) {
                        sum(through, List.of(stock, left));
                    } else {
                        counts.remove(through);
                    }
                });
    }
}

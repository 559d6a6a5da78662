package se.samsteg.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The counts of accounts and which of them add up to which: within a figure, between figures that count the same cases,
 * between a figure and what it is broken down by, and between periods of which one is made up of others.
 */
class Sums {

    /** A count that is the sum of others. */
    record Sum(Cell total, List<Cell> parts) {}

    /** The main outcome of those who have died, in no denominator of the goals. */
    private static final String DECEASED = "deceased";

    private final Map<Cell, Integer> counts = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Map<String, List<Cell>> together = new HashMap<>();

    /** @param accounts of periods that may be made up of each other, each whole and broken down by the same or nothing */
    Sums(List<Account> accounts) {
        accounts.forEach(this::read);
        accounts.forEach(this::betweenFigures);
        counts.keySet().stream()
                .filter(cell -> cell.whole() && !cell.isPart() && !cell.unseen())
                .forEach(cell -> together.computeIfAbsent(key(cell), key -> new ArrayList<>())
                        .add(cell));
        accounts.forEach(year -> betweenPeriods(year, accounts));
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
        return together.getOrDefault(key(cell), List.of());
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
            if (Figures.shares(figure.id()) && Figures.changed(figure.id()) == null) {
                Map<String, Integer> parts = new LinkedHashMap<>();
                figure.parts().forEach(one -> parts.put(one.code(), one.count()));
                whole.parts(figure, parts);
            }
            figure.by().forEach(slice -> {
                Reader one = new Reader(period, figure.id(), slice.code());
                one.share(slice.count(), slice.of(), slice.missing());
            });
            breakdown(period, figure);
            Stream.of(Cell.COUNT, Cell.OF, Cell.MISSING)
                    .forEach(name -> sum(
                            new Cell(period, figure.id(), name, ""),
                            figure.by().stream()
                                    .map(slice -> new Cell(period, figure.id(), name, slice.code()))
                                    .toList()));
        }
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
            put(
                    Cell.NO_REASON,
                    missing
                            - reasons.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum());
            if (!reasons.isEmpty()) {
                cells.add(cell(Cell.NO_REASON));
                sum(cell(Cell.MISSING), cells);
            }
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
                    | sum(cell(Cell.COUNT), all)
                    | sum(cell(Cell.OF), all)
                    | sum(cell(Cell.OF), withRest);
            for (List<Cell> kind : kinds.values()) {
                known |= kinds.size() > 1 && sum(cell(Cell.COUNT), kind);
            }
            // A part that is the count itself, such as those whose health is better.
            all.forEach(part -> sum(cell(Cell.COUNT), List.of(part)));
            if (!known || figure.id().startsWith("livelihood")) {
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
    private boolean sum(Cell total, List<Cell> parts) {
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
        Period period = new Period(account.from(), account.to());
        Stream.concat(
                        Stream.of(""),
                        account.figures().stream()
                                .flatMap(figure -> figure.by().stream())
                                .map(Account.Slice::code)
                                .distinct())
                .forEach(slice -> new Alike(period, slice).all(account));
    }

    /** Counts of different figures that count the same cases. */
    private class Alike {
        private final Period period;
        private final String slice;

        Alike(Period period, String slice) {
            this.period = period;
            this.slice = slice;
        }

        private Cell cell(String figure, String name) {
            return new Cell(period, figure, name, slice);
        }

        private void same(Cell one, Cell other) {
            sum(one, List.of(other));
        }

        void all(Account account) {
            Cell takenUp = cell("referrals.takenUp", Cell.COUNT);
            Stream.of("referrals.called", "referrals.returned", "goal3")
                    .forEach(figure -> same(takenUp, cell(figure, Cell.OF)));
            same(takenUp, cell("volume", Cell.COUNT));
            same(cell("referrals.called", Cell.COUNT), cell("referrals.takenUp", Cell.part(Decision.ADMIT.code())));
            same(
                    cell("referrals.returned", Cell.COUNT),
                    cell("referrals.takenUp", Cell.part(Decision.RECOMMEND.code())));
            sum(takenUp, List.of(cell("referrals.called", Cell.COUNT), cell("referrals.returned", Cell.COUNT)));
            sum(
                    cell("goal3", Cell.part("recommendation")),
                    List.of(
                            cell("referrals.returned", Cell.part("without-plan")),
                            cell("referrals.returned", Cell.UNACCOUNTED)));
            account.figures().stream()
                    .map(Account.Shown::id)
                    .filter(figure -> figure.startsWith("referrals.notIn."))
                    .forEach(figure -> same(cell("referrals.received", Cell.COUNT), cell(figure, Cell.OF)));
            exits(account);
            moves();
            Stream.of("oneYear.occupation", "oneYear.livelihood")
                    .forEach(figure -> same(cell("oneYear", Cell.COUNT), cell(figure, Cell.OF)));
        }

        /** Those who left a step are those whose days in it are told, and those who left the last one have left. */
        private void moves() {
            Map<String, List<Cell>> from = new LinkedHashMap<>();
            List<Cell> out = new ArrayList<>();
            counts.keySet().stream()
                    .filter(cell -> cell.period().equals(period)
                            && cell.figure().equals(TimeFigures.LADDER)
                            && cell.slice().equals(slice)
                            && cell.isPart())
                    .forEach(cell -> {
                        String[] move = cell.code().split(LadderMoves.TO);
                        from.computeIfAbsent(move[0], step -> new ArrayList<>()).add(cell);
                        if (move[1].equals(LadderMoves.OUT)) {
                            out.add(cell);
                        }
                    });
            from.forEach((step, moves) -> sum(cell("time.phase." + step, Cell.COUNT), moves));
            sum(cell("exits.total", Cell.COUNT), out);
        }

        private void exits(Account account) {
            Cell exits = cell("exits.total", Cell.COUNT);
            same(exits, cell("exits.grounds", Cell.COUNT));
            same(exits, cell("exits.secondary", Cell.OF));
            Integer living = counts.get(cell("goal2", Cell.OF));
            if (living == null) {
                return;
            }
            Cell alive = cell("exits.total", Cell.LIVING);
            counts.put(alive, living);
            sum(exits, List.of(alive, cell("exits.total", Cell.part(DECEASED))));
            same(exits, alive);
            Stream.of(
                            "goal2",
                            "livelihood",
                            "livelihood.change",
                            "livelihood.groups",
                            "livelihood.groups.change",
                            "occupation",
                            "occupation.change")
                    .forEach(figure -> same(alive, cell(figure, Cell.OF)));
            Stream.of("goal1", "goal4", "continuation", "workOrStudies")
                    .forEach(figure -> same(alive, cell(figure, Cell.ALL)));
            List<Cell> reached = account.figures().stream()
                    .filter(figure -> figure.id().equals("goal2"))
                    .flatMap(figure -> figure.parts().stream())
                    .map(part -> cell("exits.total", Cell.part(part.code())))
                    .toList();
            sum(cell("goal2", Cell.COUNT), reached);
            reached.forEach(part -> same(part, cell("goal2", part.name())));
            Cell noOutcome = cell("exits.total", Cell.UNACCOUNTED);
            same(noOutcome, cell("goal2", Cell.UNACCOUNTED));
            Cell deceased = cell("exits.total", Cell.part(DECEASED));
            sum(
                    cell("goal2", Cell.REST),
                    Stream.concat(Stream.of(noOutcome), counts.keySet().stream())
                            .filter(cell -> cell.equals(noOutcome)
                                    || cell.period().equals(period)
                                            && cell.figure().equals("exits.total")
                                            && cell.slice().equals(slice)
                                            && cell.isPart()
                                            && !cell.equals(deceased)
                                            && !reached.contains(cell))
                            .distinct()
                            .toList());
        }
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
}

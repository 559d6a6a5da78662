package se.samsteg.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Counts of different figures of a period that count the same cases, whole or for one slice. */
class SameCases {

    /** The main outcome of those who have died, in no denominator of the goals. */
    private static final String DECEASED = "deceased";

    private static final String OCCUPATION = "occupation";
    private static final String LIVELIHOOD = "livelihood";
    private static final String GROUPS = "livelihood.groups";
    private static final String ONE_YEAR = "oneYear";

    private final Sums sums;
    private final Account account;
    private final String slice;

    SameCases(Sums sums, Account account, String slice) {
        this.sums = sums;
        this.account = account;
        this.slice = slice;
    }

    private Cell cell(String figure, String name) {
        return new Cell(new Period(account.from(), account.to()), figure, name, slice);
    }

    private Cell count(String figure) {
        return cell(figure, Cell.COUNT);
    }

    private void same(Cell one, Cell other) {
        sums.sum(one, List.of(other));
    }

    /** The parts of a figure, also those of a slice. */
    private List<Cell> parts(String figure) {
        return account.figures().stream()
                .filter(one -> one.id().equals(figure))
                .flatMap(one -> one.parts().stream())
                .map(part -> cell(figure, Cell.part(part.code())))
                .toList();
    }

    void add() {
        takenUp();
        exits();
        moves();
        changes();
        oneYear();
        same(cell("measures", Cell.OF), cell("measures.late", Cell.OF));
        sums.sum(count("sip.days"), parts("sip"));
    }

    private void takenUp() {
        Cell takenUp = count("referrals.takenUp");
        Stream.of("referrals.called", "referrals.returned", "goal3")
                .forEach(figure -> same(takenUp, cell(figure, Cell.OF)));
        Stream.of("volume", "conference.persons", "time.phase.referral")
                .forEach(figure -> same(takenUp, count(figure)));
        Cell called = count("referrals.called");
        Cell returned = count("referrals.returned");
        same(called, cell("referrals.takenUp", Cell.part(Decision.ADMIT.code())));
        same(returned, cell("referrals.takenUp", Cell.part(Decision.RECOMMEND.code())));
        same(called, count("background"));
        sums.sum(takenUp, List.of(called, returned));
        sums.sum(
                cell("goal3", Cell.part("recommendation")),
                List.of(
                        cell("referrals.returned", Cell.part("without-plan")),
                        cell("referrals.returned", Cell.UNACCOUNTED)));
        account.figures().stream()
                .map(Account.Shown::id)
                .filter(figure -> figure.startsWith("referrals.notIn."))
                .forEach(figure -> same(count("referrals.received"), cell(figure, Cell.OF)));
    }

    private void exits() {
        Cell exits = count("exits.total");
        same(exits, count("exits.grounds"));
        same(exits, cell("exits.secondary", Cell.OF));
        same(exits, count("time.programme"));
        Integer living = sums.counts().get(cell("goal2", Cell.OF));
        if (living == null) {
            return;
        }
        Cell alive = cell("exits.total", Cell.LIVING);
        sums.counts().put(alive, living);
        sums.sum(exits, List.of(alive, cell("exits.total", Cell.part(DECEASED))));
        same(exits, alive);
        Stream.of(
                        "goal2",
                        LIVELIHOOD,
                        "livelihood.change",
                        GROUPS,
                        "livelihood.groups.change",
                        OCCUPATION,
                        "occupation.change")
                .forEach(figure -> same(alive, cell(figure, Cell.OF)));
        Stream.of("goal1", "goal4", "continuation", "workOrStudies")
                .forEach(figure -> same(alive, cell(figure, Cell.ALL)));
        List<Cell> reached = account.figures().stream()
                .filter(figure -> figure.id().equals("goal2"))
                .flatMap(figure -> figure.parts().stream())
                .map(part -> cell("exits.total", Cell.part(part.code())))
                .toList();
        sums.sum(cell("goal2", Cell.COUNT), reached);
        reached.forEach(part -> same(part, cell("goal2", part.name())));
        Cell noOutcome = cell("exits.total", Cell.UNACCOUNTED);
        same(noOutcome, cell("goal2", Cell.UNACCOUNTED));
        Cell deceased = cell("exits.total", Cell.part(DECEASED));
        sums.sum(
                cell("goal2", Cell.REST),
                Stream.concat(
                                Stream.of(noOutcome),
                                parts("exits.total").stream()
                                        .filter(part -> !part.equals(deceased) && !reached.contains(part)))
                        .toList());
    }

    /** Those who left a step are those whose days in it are told, and those who left the last one have left. */
    private void moves() {
        Map<String, List<Cell>> from = new LinkedHashMap<>();
        List<Cell> out = new ArrayList<>();
        parts(TimeFigures.LADDER).forEach(cell -> {
            String[] move = cell.code().split(LadderMoves.TO);
            from.computeIfAbsent(move[0], step -> new ArrayList<>()).add(cell);
            if (move[1].equals(LadderMoves.OUT)) {
                out.add(cell);
            }
        });
        from.forEach((step, moves) -> sums.sum(count("time.phase." + step), moves));
        sums.sum(count("exits.total"), out);
    }

    /**
     * Of whom it is known what they lived on, it is known of which group that is and how it changed. Who began to work or
     * study is told by the matrix of occupations, too.
     */
    private void changes() {
        Stream.of("livelihood.change", GROUPS, "livelihood.groups.change").forEach(figure -> alike(LIVELIHOOD, figure));
        alike(OCCUPATION, "occupation.change");
        for (Cell group : parts(GROUPS)) {
            sums.sum(group, matching(LIVELIHOOD, (from, to) -> group.code()
                    .equals(Source.group(from) + LadderMoves.TO + Source.group(to))));
        }
        sums.sum(
                cell("workOrStudies", Cell.part("begun")),
                matching(OCCUPATION, (from, to) -> !Active.has(from) && Active.has(to)));
    }

    private void oneYear() {
        Stream.of("oneYear.occupation", "oneYear.livelihood")
                .forEach(figure -> same(count(ONE_YEAR), cell(figure, Cell.OF)));
        sums.sum(count("oneYear.occupation"), parts(ONE_YEAR));
        same(cell(ONE_YEAR, Cell.UNACCOUNTED), cell("oneYear.occupation", Cell.MISSING));
        after("held", (then, now) -> Active.has(then) && Active.has(now));
        after("improved", (then, now) -> !Active.has(then) && Active.has(now));
        after("lost", (then, now) -> Active.has(then) && !Active.has(now));
        after("neither", (then, now) -> !Active.has(then) && !Active.has(now));
    }

    private void after(String part, BiPredicate<String, String> which) {
        sums.sum(cell(ONE_YEAR, Cell.part(part)), matching("oneYear.occupation", which));
    }

    private void alike(String figure, String other) {
        Stream.of(Cell.COUNT, Cell.MISSING, Cell.reason(Dimension.UNKNOWN))
                .forEach(name -> same(cell(figure, name), cell(other, name)));
    }

    /** Parts of a matrix, by what they are from and to. */
    private List<Cell> matching(String matrix, BiPredicate<String, String> which) {
        return parts(matrix).stream()
                .filter(part -> {
                    String[] ends = part.code().split(LadderMoves.TO);
                    return which.test(ends[0], ends[1]);
                })
                .toList();
    }
}

package se.samsteg.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of published tables: makes of the accounts of a year the table of one of its periods. A year is decided
 * first and for itself, then its halves, then its quarters, so that no shorter period gives away what a longer withholds;
 * of each first the whole, then what it is broken down by.
 */
class Publication {

    private static final String TOO_FEW = "För få att visa";
    private static final String SOME = "Antal 1–4 visas inte, och inte heller det som skulle avslöja dem.";

    private final List<Account> accounts;
    private final Map<Period, Set<String>> small = new HashMap<>();
    private final Suppression suppression;

    /**
     * @param accounts of the periods of a year, the longest first, each whole and broken down by the dimension
     * @param by null where there is no breakdown
     */
    Publication(List<Account> accounts, @Nullable Dimension by) {
        this.accounts = accounts;
        if (by != null) {
            accounts.forEach(account -> small.put(period(account), few(account)));
        }
        suppression = new Suppression(new Sums(accounts));
        for (boolean whole : new boolean[] {true, false}) {
            accounts.stream()
                    .map(account -> PublishedPeriods.months(period(account)))
                    .distinct()
                    .forEach(length -> suppression.decide(
                            cell -> cell.whole() == whole && PublishedPeriods.months(cell.period()) == length,
                            cell -> small.getOrDefault(cell.period(), Set.of()).contains(cell.slice())));
        }
    }

    /** Codes with fewer than five cases, of which nothing is shown: few persons can have many talks and much attendance. */
    private static Set<String> few(Account account) {
        return account.figures().stream()
                .filter(figure -> figure.id().equals("cases"))
                .flatMap(figure -> figure.by().stream())
                .filter(slice -> slice.count() < Suppression.FEWEST)
                .map(Account.Slice::code)
                .collect(Collectors.toSet());
    }

    private static Period period(Account account) {
        return new Period(account.from(), account.to());
    }

    /** All of it, for those who may see every count. */
    static Published exact(Account account) {
        return new Published(
                account,
                false,
                account.figures().stream()
                        .map(figure -> new View(
                                        period(account), false, cell -> false, one -> true, one -> true, Set.of())
                                .whole(figure))
                        .toList());
    }

    Published of(Period period) {
        return of(period, null);
    }

    /** @param code of the dimension, for those with it alone: the same counts as in the breakdown; null for all */
    Published of(Period period, @Nullable String code) {
        Account account = accounts.stream()
                .filter(one -> period(one).equals(period))
                .findFirst()
                .orElseThrow();
        View view = new View(
                period,
                true,
                suppression::withheld,
                figure -> clean(figure, period),
                figure -> parted(figure, account),
                small.getOrDefault(period, Set.of()));
        return new Published(
                account,
                true,
                account.figures().stream()
                        .map(figure -> code == null ? view.whole(figure) : view.only(figure, code))
                        .toList());
    }

    /** Parts of what a figure is broken down by are shown only where nothing of them is few, in no period as long. */
    private boolean clean(String id, Period period) {
        return accounts.stream()
                .filter(account -> PublishedPeriods.months(period(account)) == PublishedPeriods.months(period))
                .flatMap(account -> account.figures().stream()
                        .filter(figure -> figure.id().equals(id))
                        .map(figure -> new View(
                                        period(account),
                                        true,
                                        suppression::withheld,
                                        one -> true,
                                        one -> true,
                                        Set.of())
                                .clean(figure)))
                .allMatch(clean -> clean);
    }

    /** Whether no part of a figure is withheld. */
    private boolean parted(String id, Account account) {
        return account.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .flatMap(figure -> figure.parts().stream())
                .noneMatch(part -> suppression.withheld(new Cell(period(account), id, Cell.part(part.code()), "")));
    }

    @FunctionalInterface
    private interface Withheld {
        boolean test(Cell cell);
    }

    @FunctionalInterface
    private interface Clean {
        boolean test(String figure);
    }

    /** Figures of a period without what is withheld. */
    private record View(
            Period period, boolean published, Withheld withheld, Clean clean, Clean parted, Set<String> small) {

        /** With fewer cases a quartile is the days of one participant, or nearly. */
        private static final int MANY = 20;

        private Cell cell(Account.Shown figure, String name, String slice) {
            return new Cell(period, figure.id(), name, slice);
        }

        private @Nullable Integer seen(@Nullable Integer count, Cell cell) {
            return withheld.test(cell) ? null : count;
        }

        boolean clean(Account.Shown figure) {
            Published.Shown whole = whole(figure);
            return !whole.withheld()
                    && (days(figure) || figure.by().stream().noneMatch(slice -> Suppression.few(slice.unaccounted())))
                    && figure.by().stream()
                            .flatMap(slice -> slice.parts().stream())
                            .noneMatch(part -> !days(figure) && Suppression.few(part.count()))
                    && figure.by().stream().noneMatch(slice -> partWithheld(figure, slice.code()));
        }

        private boolean partWithheld(Account.Shown figure, String slice) {
            return withheld.test(cell(figure, Cell.UNACCOUNTED, slice))
                    || figure.parts().stream()
                            .anyMatch(part -> withheld.test(cell(figure, Cell.part(part.code()), slice)));
        }

        private static boolean days(Account.Shown figure) {
            return !Figures.shares(figure.id());
        }

        Published.Shown whole(Account.Shown figure) {
            Integer count = seen(figure.count(), cell(figure, Cell.COUNT, ""));
            Integer of = seen(figure.of(), cell(figure, Cell.OF, ""));
            Integer missing = seen(figure.missing(), cell(figure, Cell.MISSING, ""));
            Integer unaccounted = seen(figure.unaccounted(), cell(figure, Cell.UNACCOUNTED, ""));
            boolean share = count != null && (of != null || figure.of() == null);
            boolean unparted = !parted(figure);
            List<Published.Part> parts = figure.parts().stream()
                    .map(part -> days(figure)
                            ? part(part, count == null || personal(figure, part, figure.count()))
                            : part(
                                    part,
                                    unparted || withheld.test(cell(figure, Cell.part(part.code()), "")),
                                    share || of != null))
                    .toList();
            List<Published.Part> reasons = figure.missingReasons().stream()
                    .map(reason -> {
                        boolean hidden = withheld.test(cell(figure, Cell.reason(reason.code()), ""));
                        return new Published.Part(
                                reason.code(), reason.label(), hidden ? null : (Integer) reason.count(), null, hidden);
                    })
                    .toList();
            List<Published.Slice> by =
                    figure.by().stream().map(slice -> slice(figure, slice)).toList();
            boolean hidden = !share
                    || missing == null
                    || unaccounted == null
                    || parts.stream().anyMatch(Published.Part::withheld)
                    || reasons.stream().anyMatch(Published.Part::withheld)
                    || by.stream().anyMatch(Published.Slice::withheld);
            return new Published.Shown(
                    figure.id(),
                    figure.label(),
                    figure.definition(),
                    figure.sources(),
                    count,
                    of,
                    share ? figure.percent() : null,
                    share && missing != null ? figure.percentOfAll() : null,
                    missing,
                    unaccounted,
                    figure.target(),
                    published ? List.of() : figure.targets(),
                    share ? figure.met() : null,
                    parts,
                    reasons,
                    by,
                    hidden ? SOME : note(figure),
                    hidden);
        }

        /** A change is the sums of a matrix: it is shown where each of them is, and would tell of them elsewhere. */
        private boolean parted(Account.Shown figure) {
            String matrix = Figures.changed(figure.id());
            return matrix == null || parted.test(matrix);
        }

        private boolean clean(String figure) {
            String matrix = Figures.changed(figure);
            return clean.test(figure) && (matrix == null || clean.test(matrix));
        }

        /** The longest time is one participant's, and so are the quartiles of few. */
        private boolean personal(Account.Shown figure, Account.Part part, int count) {
            return published
                    && TimeFigures.days(figure.id())
                    && (part.code().equals(TimeFigures.LONGEST)
                            || count < MANY && !part.code().equals(TimeFigures.MEDIAN));
        }

        /** How many cases are imported is a count that no rule has looked at. */
        private @Nullable String note(Account.Shown figure) {
            return published && figure.id().equals(ReferralFigures.CASES) ? null : figure.note();
        }

        private static Published.Part part(Account.Part part, boolean hidden) {
            return part(part, hidden, true);
        }

        private static Published.Part part(Account.Part part, boolean hidden, boolean share) {
            return new Published.Part(
                    part.code(),
                    part.label(),
                    hidden ? null : (Integer) part.count(),
                    hidden || !share ? null : part.percent(),
                    hidden);
        }

        private Published.Slice slice(Account.Shown figure, Account.Slice slice) {
            boolean hidden = withheld.test(cell(figure, Cell.COUNT, slice.code()));
            boolean slicesParted = !hidden && clean(figure.id());
            return new Published.Slice(
                    slice.code(),
                    slice.label(),
                    hidden ? null : (Integer) slice.count(),
                    hidden ? null : slice.of(),
                    hidden ? null : slice.percent(),
                    hidden ? null : (Integer) slice.missing(),
                    slicesParted ? (Integer) slice.unaccounted() : null,
                    slicesParted || !hidden && days(figure)
                            ? slice.parts().stream()
                                    .filter(part -> !personal(figure, part, slice.count()))
                                    .map(part -> part(part, false))
                                    .toList()
                            : List.of(),
                    hidden);
        }

        /** The figure for one code of the dimension. */
        Published.Shown only(Account.Shown figure, String code) {
            Published.Slice slice = figure.by().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .map(one -> slice(figure, one))
                    .orElse(new Published.Slice(code, code, null, null, null, null, null, List.of(), true));
            boolean unit = small.contains(code)
                    || figure.by().stream().noneMatch(one -> one.code().equals(code));
            return new Published.Shown(
                    figure.id(),
                    figure.label(),
                    figure.definition(),
                    figure.sources(),
                    slice.count(),
                    slice.of(),
                    slice.percent(),
                    null,
                    slice.missing(),
                    slice.unaccounted(),
                    figure.target(),
                    List.of(),
                    Account.met(figure.target(), slice.count(), slice.of()),
                    slice.parts(),
                    List.of(),
                    List.of(),
                    slice.withheld() ? unit ? TOO_FEW : SOME : note(figure),
                    slice.withheld());
        }
    }
}

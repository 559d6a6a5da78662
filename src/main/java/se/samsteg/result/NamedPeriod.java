package se.samsteg.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A whole year, half-year or quarter, as addresses and lists name it.
 *
 * @param code such as {@code 2011}, {@code 2011-H1} or {@code 2011-Q3}
 * @param label in Swedish
 */
record NamedPeriod(String code, String label, Period period) {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})(-.*)?");

    /** The year, its halves and its quarters. */
    static List<NamedPeriod> of(int year) {
        return Stream.of(
                        Stream.of(new NamedPeriod(String.valueOf(year), String.valueOf(year), Period.year(year))),
                        Stream.of(1, 2).map(half -> part(year, "H" + half, "halvår " + half, 6 * half - 5, 6)),
                        Stream.of(1, 2, 3, 4)
                                .map(quarter -> part(year, "Q" + quarter, "kvartal " + quarter, 3 * quarter - 2, 3)))
                .flatMap(periods -> periods)
                .toList();
    }

    private static NamedPeriod part(int year, String code, String label, int month, int months) {
        LocalDate from = LocalDate.of(year, month, 1);
        return new NamedPeriod(
                year + "-" + code,
                "%d, %s".formatted(year, label),
                new Period(from, from.plusMonths(months).minusDays(1)));
    }

    /** Empty for what is no such code. */
    static Optional<NamedPeriod> of(String code) {
        var year = YEAR.matcher(code);
        return year.matches()
                ? of(Integer.parseInt(year.group(1))).stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                : Optional.empty();
    }

    /** What a period is called: by its days if it is no whole year, half-year or quarter. */
    static String label(Period period) {
        return of(period.from().getYear()).stream()
                .filter(one -> one.period().equals(period))
                .map(NamedPeriod::label)
                .findFirst()
                .orElse("%s till %s".formatted(period.from(), period.to()));
    }
}

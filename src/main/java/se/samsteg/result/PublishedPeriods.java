package se.samsteg.result;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Periods of which tables are published: whole years, half-years and quarters that have ended. */
class PublishedPeriods {

    static final int YEAR = 12;
    private static final int HALF_YEAR = 6;
    private static final int QUARTER = 3;

    private PublishedPeriods() {}

    /** How many months a period has that a table is published of; 0 if none is, or it has not ended. */
    static int months(Period period, LocalDate today) {
        return period.to().isBefore(today) ? months(period) : 0;
    }

    /** How many months a quarter, half-year or year has; 0 of any other period. */
    static int months(Period period) {
        return Stream.of(QUARTER, HALF_YEAR, YEAR)
                .filter(months -> of(period.from().getYear(), months).contains(period))
                .findFirst()
                .orElse(0);
    }

    /** Of the same year those at least as long that have ended, the longest first: a table is decided after them. */
    static List<Period> from(Period period, LocalDate today) {
        int shortest = months(period, today);
        return Stream.of(YEAR, HALF_YEAR, QUARTER)
                .filter(months -> months >= shortest)
                .flatMap(months -> of(period.from().getYear(), months).stream())
                .filter(one -> one.to().isBefore(today))
                .toList();
    }

    private static List<Period> of(int year, int months) {
        return IntStream.range(0, YEAR / months)
                .mapToObj(n -> LocalDate.of(year, 1 + n * months, 1))
                .map(from -> new Period(from, from.plusMonths(months).minusDays(1)))
                .toList();
    }
}

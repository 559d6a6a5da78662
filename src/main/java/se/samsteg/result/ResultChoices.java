package se.samsteg.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What a reader can choose on the page Resultat. */
@Repository
class ResultChoices {

    static final String BY = "by";

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final ImportColumns columns;
    private final Words words;
    private final Clock clock;

    ResultChoices(JdbcClient jdbc, Programmes programmes, ImportColumns columns, Words words, Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.columns = columns;
        this.words = words;
        this.clock = clock;
    }

    /** A filter with its choices. */
    record Filter(String name, String label, List<Settings.Option> options) {

        Optional<Settings.Option> option(String code) {
            return options.stream().filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /**
     * The periods that hold a referral, the latest first: those that have ended, and for the lead those that go on.
     *
     * @return at least those of this year and the one before
     */
    List<NamedPeriod> periods(Settings programme, boolean lead) {
        LocalDate today = LocalDate.now(clock);
        Integer first = jdbc.sql(
                        "select extract(year from min(referred_on))::integer from counted_case where programme = ?")
                .params(programme.id())
                .query(Integer.class)
                .list()
                .get(0);
        int earliest = first == null ? today.getYear() - 1 : Math.min(first, today.getYear() - 1);
        return IntStream.rangeClosed(earliest, today.getYear())
                .map(year -> earliest + today.getYear() - year)
                .boxed()
                .flatMap(year -> NamedPeriod.of(year).stream())
                .filter(one -> lead
                        ? !one.period().from().isAfter(today)
                        : one.period().to().isBefore(today))
                .toList();
    }

    /** The last year that has ended. */
    Period lastYear() {
        return Period.year(LocalDate.now(clock).getYear() - 1);
    }

    /** What results of a reader can be filtered by; of what no table is published only the lead has. */
    List<Filter> filters(Settings programme, ReadResults.Reader reader) {
        return Arrays.stream(Dimension.values())
                .filter(one -> reader.lead() || one != Dimension.GROUP)
                .map(one -> new Filter(one.parameter(), words.of(one), options(programme, one, reader)))
                .filter(one -> !one.options().isEmpty())
                .toList();
    }

    /** What they can be broken down by. */
    List<Settings.Option> breakdowns(ReadResults.Reader reader) {
        return Arrays.stream(Dimension.values())
                .filter(one -> reader.lead() || one != Dimension.GROUP)
                .filter(one -> reader.everyUnit() || one != Dimension.UNIT)
                .map(one -> new Settings.Option(one.parameter(), words.of(one)))
                .toList();
    }

    private List<Settings.Option> options(Settings programme, Dimension dimension, ReadResults.Reader reader) {
        Stream<String> codes =
                switch (dimension) {
                    case SEX, AUTHORITY ->
                        Stream.concat(
                                columns.codes(programme).getOrDefault(dimension.parameter(), Set.of()).stream(),
                                Stream.of(Dimension.UNKNOWN));
                    case AGE -> Stream.of("18-24", "25-34", "35-44", "45-54", "55-64", "other", Dimension.UNKNOWN);
                    case UNIT -> units(programme, reader);
                    case COHORT -> used("cohort", programme);
                    case GROUP -> groups(programme);
                };
        return codes.distinct()
                .map(code -> new Settings.Option(code, words.of(programme, dimension, code)))
                .toList();
    }

    private Stream<String> units(Settings programme, ReadResults.Reader reader) {
        if (!reader.everyUnit()) {
            return Stream.of(reader.unit()).filter(Objects::nonNull);
        }
        Stream<String> known = programmes.units(programme.tenant()).stream().map(Settings.Unit::code);
        return reader.lead() ? Stream.concat(known, used("unit", programme)) : known;
    }

    /** Codes that cases have. */
    private Stream<String> used(String column, Settings programme) {
        return jdbc
                .sql("select distinct %s from counted_case where programme = ? and %s is not null order by 1"
                        .formatted(column, column))
                .params(programme.id())
                .query(String.class)
                .list()
                .stream();
    }

    private Stream<String> groups(Settings programme) {
        return jdbc.sql("""
                        select distinct group_number from group_seat
                        where case_number in (select case_number from counted_case where programme = ?) order by 1""").params(programme.id()).query(String.class).list().stream();
    }

    /** The first filter that the form asks for with a code that is not to be chosen. */
    static Optional<Filter> wrong(List<Filter> filters, ResultForm form) {
        return filters.stream()
                .filter(one -> !form.value(one.name()).isEmpty()
                        && one.option(form.value(one.name())).isEmpty())
                .findFirst();
    }

    /** The filters that the form asks for, such as {@code Kön: Kvinna}. */
    static List<String> chosen(List<Filter> filters, ResultForm form) {
        return filters.stream()
                .flatMap(one ->
                        one.option(form.value(one.name())).stream().map(option -> one.label() + ": " + option.name()))
                .toList();
    }
}

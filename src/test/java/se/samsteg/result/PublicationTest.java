package se.samsteg.result;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Programmes;

/**
 * Attacks on published tables. The attacker has all tables of a year: of the year, its halves and its quarters, whole and
 * by sex, and adds and subtracts counts of any of them. What a count is a sum of is not read from the rule
 * that is attacked: each count is one number for each of several hundred cases, 1 if the figure counts that case alone.
 */
class PublicationTest {

    private static final LocalDate TODAY = LocalDate.of(2012, 6, 1);
    private static final Period YEAR = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));
    private static final Period LAST_QUARTER = new Period(LocalDate.of(2011, 10, 1), LocalDate.of(2011, 12, 31));
    private static final int UNIVERSE = 900;
    private static final Dimension BY = Dimension.SEX;
    private static final int SEEDS = 20;
    private static final List<Integer> SIZES = List.of(30, 60, 100, 150, 400);

    private final Programmes programmes = ProgrammeFiles.all();
    private final LiveAccounts accounts = new LiveAccounts(
            Mockito.mock(CountedCases.class),
            Mockito.mock(CountedWork.class),
            Mockito.mock(LadderMoves.class),
            programmes,
            new Words(programmes));

    /** A case with what it is broken down by. */
    private record Profile(CountedCase one, Map<Dimension, String> codes) {

        CountedCase by(@Nullable Dimension dimension) {
            return new CountedCase(
                    one.caseNumber(),
                    dimension == null ? null : codes.get(dimension),
                    true,
                    one.referredOn(),
                    one.birthYear(),
                    one.duplicate(),
                    one.notIn(),
                    one.takenUpOn(),
                    one.decision(),
                    one.jointPlan(),
                    one.calledOn(),
                    one.coachOn(),
                    one.placedOn(),
                    one.enrolledOn(),
                    one.plannedOn(),
                    one.closedOn(),
                    one.left(),
                    one.before(),
                    one.after(),
                    one.education(),
                    one.monthsOnSupport(),
                    one.followUp());
        }
    }

    private static @Nullable String any(Random random, @Nullable String... codes) {
        return codes[random.nextInt(codes.length)];
    }

    /** Why the conference said no, which older cases do not say. */
    private static @Nullable String reason(boolean admitted, int number) {
        return admitted || number % 3 == 0 ? null : number % 3 == 1 ? "care-first" : "other";
    }

    private static Profile profile(Random random, int number) {
        LocalDate came = LocalDate.of(2009, 9, 1).plusDays(random.nextInt(840));
        boolean taken = random.nextInt(6) > 0;
        boolean admitted = taken && random.nextInt(4) > 0;
        boolean left = admitted && random.nextInt(3) > 0;
        LocalDate decided = came.plusDays(20);
        String health = left ? any(random, "better", "same", "worse", "same", null) : null;
        return new Profile(
                new CountedCase(
                        "SB-2011-%04d".formatted(number),
                        null,
                        true,
                        came,
                        1960 + random.nextInt(30),
                        random.nextInt(25) == 0,
                        taken ? reason(admitted, number) : any(random, "unmet", "withdrawn", "declined", null),
                        taken ? decided : null,
                        taken ? admitted ? "admit" : "recommend" : null,
                        taken ? (Boolean) random.nextBoolean() : null,
                        admitted ? decided : null,
                        admitted ? decided.plusDays(9) : null,
                        admitted && random.nextBoolean() ? decided.plusDays(40) : null,
                        admitted && random.nextBoolean() ? decided.plusDays(12) : null,
                        admitted && random.nextBoolean() ? decided.plusDays(70) : null,
                        !taken || !admitted && random.nextBoolean() ? decided.plusDays(30) : null,
                        new CountedCase.Left(
                                left ? decided.plusDays(random.nextInt(400)) : null,
                                left ? any(random, "job", "studies", "hindrance", null) : null,
                                left
                                        ? any(
                                                random,
                                                "regular-work",
                                                "studies",
                                                "available",
                                                "other-authority",
                                                "deceased",
                                                "drop-out",
                                                null)
                                        : null,
                                left && random.nextBoolean() ? List.of("pension") : List.of(),
                                left ? any(random, "work", null) : null,
                                health,
                                left && health == null ? any(random, "unreachable", "declined", null) : null,
                                left ? any(random, "better", "same", null) : null,
                                null),
                        situation(random),
                        situation(random),
                        any(random, "compulsory", "upper-secondary", null),
                        random.nextBoolean() ? null : (Integer) random.nextInt(150),
                        followUp(random, left)),
                Map.of(
                        Dimension.SEX, String.valueOf(any(random, "woman", "woman", "woman", "man", "man", "other")),
                        Dimension.AUTHORITY, String.valueOf(any(random, "af", "fk", "soc", "soc", "region"))));
    }

    private static CountedCase.FollowUp followUp(Random random, boolean left) {
        return left && random.nextInt(3) > 0
                ? new CountedCase.FollowUp(
                        null,
                        null,
                        any(random, "working", "sick-leave", "job-seeking", "unknown", null),
                        List.of(String.valueOf(any(random, "salary", "social-assistance"))),
                        null)
                : new CountedCase.FollowUp(null, any(random, "unreachable", null), null, List.of(), null);
    }

    /** One in five lives on two things. */
    private static CountedCase.Situation situation(Random random) {
        String lives = any(random, "social-assistance", "sickness-benefit", "activity-support", "salary", null);
        return new CountedCase.Situation(
                lives == null
                        ? List.of()
                        : random.nextInt(5) == 0 ? List.of(lives, "unemployment-insurance") : List.of(lives),
                any(random, "working", "studying", "job-seeking", "sick-leave", null),
                random.nextInt(3) == 0 ? null : (Integer) (25 * random.nextInt(4)),
                random.nextInt(3) == 0 ? null : (Integer) (50 * random.nextInt(3)));
    }

    private Account account(List<Profile> cases, Period period, @Nullable Dimension by) {
        Counted whole = counted(cases, period, null);
        return accounts.of(whole, by == null ? null : counted(cases, period, by), by);
    }

    private Counted counted(List<Profile> cases, Period period, @Nullable Dimension by) {
        List<CountedCase> all = cases.stream()
                .map(one -> one.by(by))
                .filter(one -> !one.referredOn().isAfter(period.to()))
                .toList();
        List<CountedCase> told = all.stream().filter(one -> !one.duplicate()).toList();
        return new Counted(
                programmes.get("samboradet"),
                period,
                all,
                happened(told, period),
                told.stream().flatMap(one -> climbed(one, period)).toList(),
                told.stream()
                        .filter(one -> period.has(one.takenUpOn()))
                        .map(one -> new CountedCases.Handled(one.caseNumber(), one.by()))
                        .toList(),
                new Work(List.of(), List.of(), List.of(), false),
                false);
    }

    private static int number(CountedCase one) {
        return Integer.parseInt(one.caseNumber().substring("SB-2011-".length()));
    }

    /** One in three goes from one step of the ladder to another before the exit. */
    private static Stream<CountedCases.Ended> climbed(CountedCase one, Period period) {
        LocalDate up = one.enrolledOn() == null ? null : one.enrolledOn().plusDays(60);
        LocalDate out = one.left().on();
        boolean climbs = up != null && number(one) % 3 == 0 && (out == null || up.isBefore(out));
        return Stream.concat(
                        climbs && period.has(up) ? Stream.of("prerehab>workplace") : Stream.empty(),
                        period.has(out) ? Stream.of(climbs ? "workplace>exit" : "prerehab>exit") : Stream.empty())
                .flatMap(move -> Stream.of(
                        new CountedCases.Ended(LadderMoves.MOVE, move, one.by(), 0),
                        new CountedCases.Ended("step", move.split(LadderMoves.TO)[0], one.by(), 60)));
    }

    private static List<CountedCases.Happened> happened(List<CountedCase> cases, Period period) {
        return cases.stream()
                .filter(one -> one.calledOn() != null)
                .flatMap(one -> Stream.of(
                                happened(one, period, 30, "event", "cbt-begun", "part-time-work"),
                                happened(one, period, 50, "measure", "done", "open", "refused"),
                                happened(one, period, 70, "recommendation", "followed", "unanswered", "not-yet"),
                                happened(one, period, 20, "seat", "prerehab"))
                        .flatMap(Optional::stream))
                .collect(
                        Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.summingInt(one -> 1)))
                .entrySet()
                .stream()
                .map(one -> new CountedCases.Happened(
                        one.getKey().kind(),
                        one.getKey().code(),
                        one.getKey().by(),
                        one.getValue(),
                        one.getValue(),
                        0,
                        0))
                .toList();
    }

    private static Optional<CountedCases.Happened> happened(
            CountedCase one, Period period, int days, String kind, String... codes) {
        LocalDate day = requireNonNull(one.calledOn()).plusDays(days);
        int chosen = number(one) / days % (codes.length + 1);
        return chosen == codes.length || !period.has(day)
                ? Optional.empty()
                : Optional.of(new CountedCases.Happened(kind, codes[chosen], one.by(), 1, 1, 0, 0));
    }

    /** What a table says, by where it says it: null where it is withheld. */
    private static Map<String, Integer> counts(Published table, @Nullable Dimension by) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Published.Shown figure : table.figures()) {
            String at = new Period(table.from(), table.to()) + " " + figure.id() + " ";
            counts.put(at + "count", figure.count());
            counts.put(at + "missing", figure.missing());
            counts.put(at + "unaccounted", figure.unaccounted());
            if (figure.of() != null || figure.withheld()) {
                counts.put(at + "of", figure.of());
            }
            if (!figure.days()) {
                figure.parts().forEach(part -> counts.put(at + "part " + part.code(), part.count()));
            }
            figure.missingReasons().forEach(one -> counts.put(at + "reason " + one.code(), one.count()));
            for (Published.Slice slice : figure.by()) {
                String of = at + by + " " + slice.code() + " ";
                counts.put(of + "count", slice.count());
                counts.put(of + "missing", slice.missing());
                counts.put(of + "unaccounted", slice.unaccounted());
                if (slice.of() != null || slice.withheld()) {
                    counts.put(of + "of", slice.of());
                }
                if (!figure.days()) {
                    slice.parts().forEach(part -> counts.put(of + "part " + part.code(), part.count()));
                }
            }
        }
        return counts;
    }

    /** The tables that an attacker has; what is withheld is null or not there. */
    private record Tables(Map<String, Integer> truth, Map<String, Integer> told) {}

    private Tables tables(List<Profile> cases) {
        List<Account> all = accounts(cases);
        Publication publication = new Publication(all, BY);
        Map<String, Integer> told = new LinkedHashMap<>();
        all.forEach(one -> told.putAll(counts(publication.of(new Period(one.from(), one.to())), BY)));
        return new Tables(truth(all), told);
    }

    private List<Account> accounts(List<Profile> cases) {
        return PublishedPeriods.from(LAST_QUARTER, TODAY).stream()
                .map(period -> account(cases, period, BY))
                .toList();
    }

    /** Nothing is withheld. Of groups and of what is aimed at nothing tells of a case. */
    private static Map<String, Integer> truth(List<Account> accounts) {
        Map<String, Integer> all = new LinkedHashMap<>();
        accounts.forEach(one -> counts(Publication.exact(one), BY).forEach((at, count) -> {
            if (!at.contains(" volume")) {
                all.put(at, count);
            }
        }));
        return all;
    }

    /** All counts as what they are of each case, cut down to as many cases as tell the counts apart. */
    private Map<String, long[]> rows(List<Profile> universe) {
        Map<String, long[]> rows = new LinkedHashMap<>();
        for (int n = 0; n < universe.size(); n++) {
            int column = n;
            truth(accounts(List.of(universe.get(n)))).forEach((at, count) -> {
                if (count != null && count != 0) {
                    rows.computeIfAbsent(at, one -> new long[UNIVERSE])[column] = count;
                }
            });
        }
        Span all = new Span();
        rows.values().forEach(all::add);
        int[] columns = all.rows.keySet().stream().mapToInt(n -> n).sorted().toArray();
        assertThat(columns.length)
                .as("otherwise counts are taken for sums that are none")
                .isLessThan(UNIVERSE * 2 / 3);
        rows.replaceAll(
                (at, row) -> IntStream.of(columns).mapToLong(n -> row[n]).toArray());
        return rows;
    }

    /** Twenty streams, so that it does not hang on one; of programmes that are small, usual and large. */
    @Test
    void noWithheldCountFollowsFromAnyPublishedOnes() {
        Random first = new Random(2011);
        List<Profile> universe =
                IntStream.range(0, UNIVERSE).mapToObj(n -> profile(first, n)).toList();
        Map<String, long[]> rows = rows(universe);
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            int cases = SIZES.get(seed % SIZES.size());
            List<Profile> drawn = IntStream.range(0, cases)
                    .mapToObj(n -> universe.get(random.nextInt(UNIVERSE)))
                    .toList();
            Tables tables = tables(drawn);
            Span span = new Span();
            Set<List<Long>> had = new HashSet<>();
            tables.told().forEach((at, count) -> {
                if (count != null && tables.truth().containsKey(at)) {
                    assertThat(count).as(at).isEqualTo(tables.truth().get(at));
                    assertThat(Suppression.few(count)).as(at).isFalse();
                    long[] row = rows.getOrDefault(at, new long[0]);
                    if (had.add(LongStream.of(row).boxed().toList())) {
                        span.add(row);
                    }
                }
            });
            List<String> secret = tables.truth().entrySet().stream()
                    .filter(one -> one.getValue() != null && Suppression.few(one.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(secret)
                    .as("seed %d, %d cases", seed, cases)
                    .isNotEmpty()
                    .filteredOn(at -> span.has(rows.getOrDefault(at, new long[0])))
                    .isEmpty();
        }
    }

    /** A table is the same whether it is decided for itself or with shorter periods. */
    @Test
    void aYearIsDecidedBeforeItsQuarters() {
        Random random = new Random(2011);
        List<Profile> cases =
                IntStream.range(0, 100).mapToObj(n -> profile(random, n)).toList();
        Published alone = new Publication(List.of(account(cases, YEAR, BY)), BY).of(YEAR);

        assertThat(new Publication(accounts(cases), BY).of(YEAR)).isEqualTo(alone);
        assertThat(counts(alone, null)).containsValue(null).containsKey(YEAR + " cases count");
    }

    /** What can be had of rows by adding and subtracting them, counted modulo a large prime. */
    private static class Span {
        private static final long PRIME = 2_147_483_647L;
        private final Map<Integer, long[]> rows = new HashMap<>();

        void add(long[] row) {
            long[] rest = rest(row);
            for (int n = 0; n < rest.length; n++) {
                if (rest[n] != 0) {
                    long inverse = power(rest[n], PRIME - 2);
                    for (int m = n; m < rest.length; m++) {
                        rest[m] = rest[m] * inverse % PRIME;
                    }
                    rows.put(n, rest);
                    return;
                }
            }
        }

        boolean has(long[] row) {
            for (long one : rest(row)) {
                if (one != 0) {
                    return false;
                }
            }
            return true;
        }

        private long[] rest(long[] row) {
            long[] rest = row.clone();
            for (int n = 0; n < rest.length; n++) {
                long[] other = rest[n] == 0 ? null : rows.get(n);
                if (other != null) {
                    long factor = rest[n];
                    for (int m = n; m < rest.length; m++) {
                        rest[m] = Math.floorMod(rest[m] - factor * other[m], PRIME);
                    }
                }
            }
            return rest;
        }

        private static long power(long base, long exponent) {
            long result = 1;
            for (long e = exponent, b = base; e > 0; e >>= 1, b = b * b % PRIME) {
                result = (e & 1) == 1 ? result * b % PRIME : result;
            }
            return result;
        }
    }

    /** Two men with twenty talks: the talks are many, the men are few. */
    @Test
    void talksOfFewPersonsAreNotPublished() {
        List<CountedCase> cases = IntStream.range(0, 32)
                .mapToObj(n -> SomeCase.admitted(LocalDate.of(2011, 3, 1))
                        .number("SB-2011-%04d".formatted(n))
                        .by(n < 2 ? "man" : "woman")
                        .build())
                .toList();
        List<CountedCases.Happened> talks = List.of(
                new CountedCases.Happened("talk", "held", "man", 20, 2, 0, 0),
                new CountedCases.Happened("talk", "held", "woman", 90, 30, 0, 0));
        Counted parted = new Counted(
                programmes.get("samboradet"),
                YEAR,
                cases,
                talks,
                List.of(),
                List.of(),
                new Work(List.of(), List.of(), List.of(), false),
                false);
        Published table = new Publication(List.of(accounts.of(parted, parted, Dimension.SEX)), Dimension.SEX).of(YEAR);

        assertThat(table.figures())
                .filteredOn(figure -> figure.id().equals("coaching"))
                .singleElement()
                .satisfies(coaching -> assertThat(coaching.by())
                        .filteredOn(slice -> slice.code().equals("man"))
                        .singleElement()
                        .satisfies(slice -> {
                            assertThat(slice.withheld()).isTrue();
                            assertThat(slice.count()).isNull();
                        }));
    }

    /** Two of twelve who left came from a workplace: the ten others and all exits would give them away. */
    @Test
    void aWayOfFewDoesNotFollowFromTheExits() {
        List<CountedCase> cases = IntStream.range(0, 12)
                .mapToObj(n -> SomeCase.exited(LocalDate.of(2011, 6, 1), "regular-work")
                        .number("SB-2011-%04d".formatted(n))
                        .build())
                .toList();
        List<CountedCases.Ended> moves = Stream.of(
                        Collections.nCopies(10, "prerehab>exit"),
                        Collections.nCopies(2, "workplace>exit"),
                        Collections.nCopies(3, "prerehab>workplace"))
                .flatMap(List::stream)
                .map(move -> new CountedCases.Ended(LadderMoves.MOVE, move, null, 0))
                .toList();
        Counted whole = new Counted(
                programmes.get("samboradet"),
                YEAR,
                cases,
                List.of(),
                moves,
                List.of(),
                new Work(List.of(), List.of(), List.of(), false),
                false);

        Map<String, Integer> told =
                counts(new Publication(List.of(accounts.of(whole, null, null)), null).of(YEAR), null);

        assertThat(told).containsEntry(YEAR + " ladder part workplace>exit", null);
        assertThat(told).containsEntry(YEAR + " ladder part prerehab>workplace", null);
        assertThat(told.get(YEAR + " ladder part prerehab>exit") == null
                        || told.get(YEAR + " exits.total count") == null)
                .isTrue();
    }

    @Test
    void aPeriodThatHasNotEndedHasNoTable() {
        assertThat(PublishedPeriods.months(YEAR, TODAY)).isEqualTo(12);
        assertThat(PublishedPeriods.months(LAST_QUARTER, TODAY)).isEqualTo(3);
        assertThat(PublishedPeriods.months(YEAR, YEAR.to())).isZero();
        assertThat(PublishedPeriods.months(new Period(YEAR.from(), LocalDate.of(2011, 11, 30)), TODAY))
                .isZero();
    }
}

package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Programmes;

/**
 * Attacks on published tables. The attacker has all tables of a year: of the year, its halves and its quarters, whole, by
 * sex and by authority, and adds and subtracts counts of any of them. What a count is a sum of is not read from the rule
 * that is attacked: each count is one number for each of several hundred cases, 1 if the figure counts that case alone.
 */
class PublicationTest {

    private static final LocalDate TODAY = LocalDate.of(2012, 6, 1);
    private static final Period YEAR = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));
    private static final Period LAST_QUARTER = new Period(LocalDate.of(2011, 10, 1), LocalDate.of(2011, 12, 31));
    private static final int UNIVERSE = 900;
    private static final List<Dimension> DIMENSIONS = List.of(Dimension.SEX);

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
        LocalDate came = LocalDate.of(2010, 7, 1).plusDays(random.nextInt(540));
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
                        null,
                        null,
                        null,
                        null,
                        null,
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
                                List.of(),
                                left ? any(random, "work", null) : null,
                                health,
                                left && health == null ? any(random, "unreachable", "declined", null) : null,
                                left ? any(random, "better", "same", null) : null,
                                null),
                        situation(random),
                        situation(random),
                        null,
                        null,
                        new CountedCase.FollowUp(null, null, null, List.of(), null)),
                Map.of(
                        Dimension.SEX, String.valueOf(any(random, "woman", "woman", "man", "other")),
                        Dimension.AUTHORITY, String.valueOf(any(random, "af", "fk", "soc", "soc", "region"))));
    }

    private static CountedCase.Situation situation(Random random) {
        String lives = any(random, "social-assistance", "sickness-benefit", "activity-support", "salary", null);
        return new CountedCase.Situation(
                lives == null ? List.of() : List.of(lives),
                any(random, "working", "studying", "job-seeking", "sick-leave", null),
                null,
                null);
    }

    private Account account(List<Profile> cases, Period period, @Nullable Dimension by) {
        Counted whole = counted(cases, period, null);
        return accounts.of(whole, by == null ? null : counted(cases, period, by), by);
    }

    private Counted counted(List<Profile> cases, Period period, @Nullable Dimension by) {
        return new Counted(
                programmes.get("samboradet"),
                period,
                cases.stream()
                        .map(one -> one.by(by))
                        .filter(one -> !one.referredOn().isAfter(period.to()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                new Work(List.of(), List.of(), List.of(), false),
                false);
    }

    private Published published(List<Profile> cases, Period period, @Nullable Dimension by) {
        return new Publication(
                        PublishedPeriods.from(period, TODAY).stream()
                                .map(one -> account(cases, one, by))
                                .toList(),
                        by)
                .of(period);
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

    /** The same of an account, with nothing withheld. */
    private Map<String, Integer> exact(List<Profile> cases, Period period, @Nullable Dimension by) {
        return counts(Publication.exact(account(cases, period, by)), by);
    }

    private Map<String, Integer> everyTable(List<Profile> cases, boolean withheld) {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (Period period : PublishedPeriods.from(LAST_QUARTER, TODAY)) {
            for (Dimension by : DIMENSIONS) {
                Map<String, Integer> table =
                        withheld ? counts(published(cases, period, by), by) : exact(cases, period, by);
                table.forEach((at, count) -> {
                    assertThat(all.getOrDefault(at, count)).as(at).isEqualTo(count);
                    all.put(at, count);
                });
            }
        }
        return all;
    }

    /** Figures that count the same cases, by how they begin; those of different families have nothing in common. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("cases", "stock", "referrals", "goal3"),
            List.of("exits", "goal1", "goal2", "goal4", "continuation"),
            List.of("exits.total", "livelihood", "occupation", "workOrStudies"));

    @Test
    void noWithheldCountFollowsFromAnyPublishedOnes() {
        Random random = new Random(2011);
        List<Profile> universe =
                IntStream.range(0, UNIVERSE).mapToObj(n -> profile(random, n)).toList();
        Map<String, long[]> rows = new HashMap<>();
        for (int n = 0; n < universe.size(); n++) {
            int column = n;
            everyTable(List.of(universe.get(n)), false).forEach((at, count) -> {
                if (count != null && count != 0) {
                    rows.computeIfAbsent(at, one -> new long[UNIVERSE])[column] = count;
                }
            });
        }
        for (int cases : List.of(30, 60, 60, 100, 150, 400)) {
            List<Profile> drawn = IntStream.range(0, cases)
                    .mapToObj(n -> universe.get(random.nextInt(UNIVERSE)))
                    .toList();
            Map<String, Integer> truth = everyTable(drawn, false);
            Map<String, Integer> told = everyTable(drawn, true);
            for (List<String> family : FAMILIES) {
                Span span = new Span();
                told.forEach((at, count) -> {
                    if (count != null && family.stream().anyMatch(figure -> at.contains(" " + figure))) {
                        assertThat(count).as(at).isEqualTo(truth.get(at));
                        assertThat(Suppression.few(count)).as(at).isFalse();
                        span.add(rows.getOrDefault(at, new long[UNIVERSE]));
                    }
                });
                List<String> secret = truth.keySet().stream()
                        .filter(at -> family.stream().anyMatch(figure -> at.contains(" " + figure)))
                        .filter(at -> told.containsKey(at) && told.get(at) == null)
                        .filter(at -> Optional.ofNullable(truth.get(at))
                                .map(Suppression::few)
                                .orElse(false))
                        .toList();
                assertThat(secret)
                        .as("%d cases, %s", cases, family)
                        .isNotEmpty()
                        .filteredOn(at -> span.has(rows.getOrDefault(at, new long[UNIVERSE])))
                        .isEmpty();
            }
        }
    }

    /** What can be had of rows by adding and subtracting them, counted modulo a large prime. */
    private static class Span {
        private static final long PRIME = 2_147_483_647L;
        private final Map<Integer, long[]> rows = new LinkedHashMap<>();

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

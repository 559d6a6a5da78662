package se.samsteg.result;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/** Exits of the period, and the goals that are counted at the exit. */
class ExitFigures {

    private ExitFigures() {}

    static List<Figure> of(Settings programme) {
        List<String> outcomes = programme.exit().mainOutcomes().stream()
                .map(Settings.MainOutcome::code)
                .toList();
        List<String> grounds =
                programme.exit().grounds().stream().map(Settings.Ground::code).toList();
        List<String> secondary = programme.exit().secondaryOutcomes().stream()
                .map(Settings.Option::code)
                .toList();
        return List.of(
                new Figure(
                        "exits.total",
                        counted -> parted(counted, outcomes, one -> one.left().mainOutcome())),
                new Figure(
                        "exits.grounds",
                        counted -> parted(counted, grounds, one -> one.left().ground())),
                new Figure("exits.secondary", counted -> secondary(counted, secondary)),
                new Figure(
                        "goal1",
                        counted -> changed(counted, one -> one.left().health(), one -> one.left()
                                .healthMissing())),
                new Figure("goal2", ExitFigures::atWork),
                new Figure("goal3", ExitFigures::planned),
                new Figure(
                        "goal4",
                        counted -> changed(counted, one -> one.left().selfSupport(), ExitFigures::whyNoSelfSupport)),
                new Figure("continuation", ExitFigures::continued));
    }

    private static Tally parted(Counted counted, List<String> codes, Function<CountedCase, @Nullable String> code) {
        List<CountedCase> exits = counted.exits();
        return Tally.of(exits.size()).with(Tally.parts(exits, codes, code));
    }

    /** An exit has any number of them. */
    private static Tally secondary(Counted counted, List<String> codes) {
        List<CountedCase> exits = counted.exits();
        List<String> reached = exits.stream()
                .flatMap(one -> one.left().secondaryOutcomes().stream())
                .toList();
        return Tally.of(
                        Tally.count(
                                exits, one -> !one.left().secondaryOutcomes().isEmpty()),
                        exits.size())
                .beside(Tally.parts(reached, codes, code -> code));
    }

    /** Better, of those who were asked and answered. */
    private static Tally changed(
            Counted counted,
            Function<CountedCase, @Nullable String> answer,
            Function<CountedCase, @Nullable String> why) {
        List<CountedCase> exits = counted.livingExits();
        List<CountedCase> measured =
                exits.stream().filter(one -> answer.apply(one) != null).toList();
        List<CountedCase> missing =
                exits.stream().filter(one -> answer.apply(one) == null).toList();
        Map<String, Integer> parts = Tally.parts(measured, Change.codes(), answer);
        return Tally.of(parts.getOrDefault(Change.BETTER.code(), 0), measured.size())
                .beside(parts)
                .without(missing.size(), Tally.parts(missing, List.of(), one -> {
                    String reason = why.apply(one);
                    return reason == null ? Dimension.UNKNOWN : reason;
                }));
    }

    /** An import has one column for both. */
    private static @Nullable String whyNoSelfSupport(CountedCase one) {
        String reason = one.left().selfSupportMissing();
        return reason == null ? one.left().healthMissing() : reason;
    }

    /** Work, subsidised work, studies, or available to the labour market. */
    private static Tally atWork(Counted counted) {
        List<CountedCase> exits = counted.livingExits();
        List<String> codes = counted.programme().exit().mainOutcomes().stream()
                .filter(outcome -> outcome.counts() != null)
                .map(Settings.MainOutcome::code)
                .toList();
        List<CountedCase> reached = exits.stream()
                .filter(one -> codes.contains(one.left().mainOutcome()))
                .toList();
        return Tally.of(reached.size(), exits.size())
                .beside(Tally.parts(reached, codes, one -> one.left().mainOutcome()))
                .unaccounted(Tally.count(exits, one -> one.left().mainOutcome() == null));
    }

    /** Work, studies, or something else that follows. */
    private static Tally continued(Counted counted) {
        List<CountedCase> all = counted.livingExits();
        // What follows on the programme is no column of an import.
        List<CountedCase> exits = all.stream().filter(one -> !one.imported()).toList();
        int unknown = all.size() - exits.size();
        List<String> enough = counted.programme().exit().mainOutcomes().stream()
                .filter(outcome -> !outcome.continues())
                .map(Settings.MainOutcome::code)
                .toList();
        return Tally.of(
                        Tally.count(
                                exits,
                                one -> one.left().continuation() != null
                                        || enough.contains(one.left().mainOutcome())),
                        exits.size())
                .without(unknown, unknown == 0 ? Map.of() : Map.of(Dimension.UNKNOWN, unknown));
    }

    /** A joint recommendation stands in each decision that recommends something else; a plan follows each admission. */
    private static Tally planned(Counted counted) {
        List<CountedCase> taken = counted.where(one -> counted.period().has(one.takenUpOn()));
        Map<String, Integer> parts = Tally.parts(
                taken,
                List.of("plan", "recommendation"),
                one -> Boolean.TRUE.equals(one.jointPlan())
                        ? "plan"
                        : Decision.RECOMMEND.is(one.decision()) ? "recommendation" : null);
        return Tally.of(parts.values().stream().mapToInt(Integer::intValue).sum(), taken.size())
                .with(parts);
    }
}

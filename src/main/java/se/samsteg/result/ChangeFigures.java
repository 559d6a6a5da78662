package se.samsteg.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/** What participants lived on and did before, at the exit and a year after. */
class ChangeFigures {

    private ChangeFigures() {}

    static List<Figure> of(Settings programme) {
        return List.of(
                new Figure("oneYear", counted -> oneYear(programme, counted)),
                new Figure(
                        "oneYear.occupation",
                        counted -> matrix(
                                answered(programme, counted),
                                one -> list(one.after().occupation()),
                                one -> list(one.followUp().occupation()))),
                new Figure(
                        "oneYear.livelihood",
                        counted -> matrix(
                                answered(programme, counted), one -> one.after().livelihood(), one -> one.followUp()
                                        .livelihood())),
                new Figure("livelihood", counted -> matrix(counted.livingExits(), BEFORE, AFTER)),
                new Figure("livelihood.change", counted -> change(counted.livingExits(), BEFORE, AFTER)),
                new Figure("livelihood.groups", counted -> matrix(counted.livingExits(), GROUPS_BEFORE, GROUPS_AFTER)),
                new Figure(
                        "livelihood.groups.change",
                        counted -> change(counted.livingExits(), GROUPS_BEFORE, GROUPS_AFTER)),
                new Figure("occupation", counted -> matrix(counted.livingExits(), BUSY_BEFORE, BUSY_AFTER)),
                new Figure("occupation.change", counted -> change(counted.livingExits(), BUSY_BEFORE, BUSY_AFTER)),
                new Figure("workOrStudies", ChangeFigures::workOrStudies),
                new Figure("sickLeave", ChangeFigures::sickLeave),
                new Figure("background", ChangeFigures::background));
    }

    private static final Function<CountedCase, List<String>> BEFORE =
            one -> one.before().livelihood();
    private static final Function<CountedCase, List<String>> AFTER =
            one -> one.after().livelihood();
    private static final Function<CountedCase, List<String>> GROUPS_BEFORE = one -> groups(BEFORE.apply(one));
    private static final Function<CountedCase, List<String>> GROUPS_AFTER = one -> groups(AFTER.apply(one));
    private static final Function<CountedCase, List<String>> BUSY_BEFORE =
            one -> list(one.before().occupation());
    private static final Function<CountedCase, List<String>> BUSY_AFTER =
            one -> list(one.after().occupation());

    private static List<String> list(@Nullable String code) {
        return code == null || code.equals(Dimension.UNKNOWN) ? List.of() : List.of(code);
    }

    private static List<String> groups(List<String> sources) {
        return sources.stream().map(Source::group).distinct().toList();
    }

    /** Participants who live and who left so long before that they were asked within the period. */
    private static List<CountedCase> due(Settings programme, Counted counted) {
        return counted.where(one -> one.left().on() != null
                && !counted.died(one)
                && counted.period()
                        .has(one.left().on().plus(programme.followup().finalAfter())));
    }

    private static List<CountedCase> answered(Settings programme, Counted counted) {
        return due(programme, counted).stream()
                .filter(one -> one.followUp().answered())
                .toList();
    }

    private static Tally oneYear(Settings programme, Counted counted) {
        List<CountedCase> due = due(programme, counted);
        List<CountedCase> answered = answered(programme, counted);
        Map<String, Integer> parts =
                Tally.parts(answered, List.of("held", "improved", "lost", "neither"), ChangeFigures::held);
        List<CountedCase> silent =
                due.stream().filter(one -> !one.followUp().answered()).toList();
        return Tally.known(
                        answered.size(),
                        due.size(),
                        Tally.parts(
                                silent,
                                List.of(),
                                one -> Objects.requireNonNullElse(one.followUp().missing(), "not-asked")))
                .with(parts);
    }

    private static @Nullable String held(CountedCase one) {
        String then = one.after().occupation();
        String now = one.followUp().occupation();
        if (list(then).isEmpty() || list(now).isEmpty()) {
            return null;
        }
        return Active.has(then) ? Active.has(now) ? "held" : "lost" : Active.has(now) ? "improved" : "neither";
    }

    /** Each source before with each source after: a case with several is in several parts. */
    private static Tally matrix(
            List<CountedCase> cases,
            Function<CountedCase, List<String>> before,
            Function<CountedCase, List<String>> after) {
        Map<String, Integer> parts = new TreeMap<>();
        int known = 0;
        for (CountedCase one : cases) {
            List<String> then = before.apply(one);
            List<String> now = after.apply(one);
            if (then.isEmpty() || now.isEmpty()) {
                continue;
            }
            known++;
            then.forEach(from -> now.forEach(to -> parts.merge(from + ">" + to, 1, Integer::sum)));
        }
        return Tally.known(known, cases.size(), unknown(cases.size() - known)).beside(new LinkedHashMap<>(parts));
    }

    /** How many more have each source after than before; fewer is negative. */
    private static Tally change(
            List<CountedCase> cases,
            Function<CountedCase, List<String>> before,
            Function<CountedCase, List<String>> after) {
        List<CountedCase> known = cases.stream()
                .filter(one -> !before.apply(one).isEmpty() && !after.apply(one).isEmpty())
                .toList();
        Map<String, Integer> parts = new TreeMap<>();
        for (CountedCase one : known) {
            before.apply(one).forEach(source -> parts.merge(source, -1, Integer::sum));
            after.apply(one).forEach(source -> parts.merge(source, 1, Integer::sum));
        }
        return Tally.known(known.size(), cases.size(), unknown(cases.size() - known.size()))
                .beside(new LinkedHashMap<>(parts));
    }

    private static Map<String, Integer> unknown(int cases) {
        return cases == 0 ? Map.of() : Map.of(Dimension.UNKNOWN, cases);
    }

    private static Tally workOrStudies(Counted counted) {
        List<CountedCase> exits = counted.livingExits();
        List<CountedCase> known = exits.stream()
                .filter(one -> !list(one.after().occupation()).isEmpty())
                .toList();
        List<CountedCase> active = known.stream()
                .filter(one -> Active.has(one.after().occupation()))
                .toList();
        return Tally.of(active.size(), known.size())
                .with(Tally.parts(active, List.of("begun", "increased", "as-before"), ChangeFigures::extent))
                .without(exits.size() - known.size(), unknown(exits.size() - known.size()));
    }

    private static @Nullable String extent(CountedCase one) {
        String then = one.before().occupation();
        if (list(then).isEmpty()) {
            return null;
        }
        if (!Active.has(then)) {
            return "begun";
        }
        Integer before = one.before().workPercent();
        Integer after = one.after().workPercent();
        return before == null || after == null ? null : after > before ? "increased" : "as-before";
    }

    /** Lower at the exit than before, of those who were on sick leave then and of whom both are known. */
    private static Tally sickLeave(Counted counted) {
        List<CountedCase> exits = counted.livingExits();
        List<CountedCase> onLeave = exits.stream()
                .filter(one -> {
                    Integer before = one.before().sickLeavePercent();
                    return before == null || before > 0;
                })
                .toList();
        Map<String, Integer> parts = Tally.parts(onLeave, List.of("lower", "same", "higher"), one -> {
            Integer before = one.before().sickLeavePercent();
            Integer after = one.after().sickLeavePercent();
            return before == null || after == null
                    ? null
                    : after < before ? "lower" : after.equals(before) ? "same" : "higher";
        });
        int known = parts.values().stream().mapToInt(Integer::intValue).sum();
        return Tally.of(parts.getOrDefault("lower", 0), known)
                .beside(parts)
                .without(onLeave.size() - known, unknown(onLeave.size() - known));
    }

    /** Of those who began within the period. */
    private static Tally background(Counted counted) {
        List<CountedCase> began = counted.where(one -> counted.period().has(one.beganOn()));
        Map<String, Integer> parts = new LinkedHashMap<>();
        add(parts, "education", began, CountedCase::education);
        add(parts, "age", began, one -> one.ageBand());
        add(parts, "support", began, one -> one.monthsOnSupport() == null ? null : years(one.monthsOnSupport()));
        return Tally.of(began.size()).beside(parts);
    }

    private static void add(
            Map<String, Integer> parts,
            String what,
            List<CountedCase> cases,
            Function<CountedCase, @Nullable String> code) {
        new TreeMap<>(Tally.parts(cases, List.of(), one -> {
                    String its = code.apply(one);
                    return its == null ? Dimension.UNKNOWN : its;
                }))
                .forEach((its, count) -> parts.put(what + "." + its, count));
    }

    /** Less than one year, one to three, three to six, six to ten, longer. */
    private static String years(int months) {
        return months < 12 ? "0-1" : months < 36 ? "1-3" : months < 72 ? "3-6" : months < 120 ? "6-10" : "10+";
    }
}

package se.samsteg.result;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/** How long things took that ended within the period, in days; the parts are days, not cases. */
class TimeFigures {

    static final String MEDIAN = "median";
    static final String LONGEST = "longest";

    /** From which step of the ladder to which. */
    static final String LADDER = "ladder";

    private TimeFigures() {}

    /** Whether the parts of a figure are days. */
    static boolean days(String figure) {
        return figure.startsWith("time.") || figure.startsWith("partners.answer.") || figure.equals("sip.days");
    }

    static List<Figure> of(Settings programme) {
        List<Figure> figures = new ArrayList<>();
        figures.add(between(
                "time.programme", one -> one.enrolledOn() != null ? one.enrolledOn() : one.beganOn(), one -> one.left()
                        .on()));
        figures.add(between("time.phase.referral", CountedCase::referredOn, CountedCase::takenUpOn));
        figures.add(between("time.phase.planning", CountedCase::enrolledOn, CountedCase::plannedOn));
        programme
                .ladder()
                .forEach(step -> figures.add(Figure.ofNumbers(
                        "time.phase." + step.step(), counted -> tally(counted.days("step", step.step())))));
        figures.add(between(
                "time.waiting", one -> one.coachOn() != null ? one.coachOn() : one.calledOn(), CountedCase::placedOn));
        figures.add(between("time.toCoach", CountedCase::referredOn, CountedCase::coachOn));
        figures.add(new Figure(LADDER, counted -> moves(programme, counted)));
        return figures;
    }

    /** In the order of the ladder. */
    private static Tally moves(Settings programme, Counted counted) {
        List<String> steps =
                programme.ladder().stream().map(Settings.Step::step).toList();
        Map<String, Integer> parts = new TreeMap<>(Comparator.<String>comparingInt(move -> place(steps, move, 0))
                .thenComparingInt(move -> place(steps, move, 1))
                .thenComparing(Comparator.naturalOrder()));
        counted.ended().stream()
                .filter(one -> one.kind().equals(LadderMoves.MOVE))
                .forEach(one -> parts.merge(one.code(), 1, Integer::sum));
        return Tally.of(parts.values().stream().mapToInt(Integer::intValue).sum())
                .with(new LinkedHashMap<>(parts));
    }

    private static int place(List<String> steps, String move, int end) {
        int place = steps.indexOf(move.split(LadderMoves.TO)[end]);
        return place < 0 ? steps.size() : place;
    }

    private static Figure between(
            String id,
            Function<CountedCase, @Nullable LocalDate> begins,
            Function<CountedCase, @Nullable LocalDate> ends) {
        return Figure.ofNumbers(
                id,
                counted -> tally(
                        counted
                                .where(one -> begins.apply(one) != null
                                        && counted.period().has(ends.apply(one)))
                                .stream()
                                .map(one -> (int) ChronoUnit.DAYS.between(
                                        requireNonNull(begins.apply(one)), requireNonNull(ends.apply(one))))
                                .toList()));
    }

    /** Quartiles by linear interpolation, rounded half up to whole days. */
    static Tally tally(List<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        Map<String, Integer> parts = new LinkedHashMap<>();
        if (!sorted.isEmpty()) {
            parts.put(MEDIAN, quantile(sorted, 0.5));
            parts.put("q1", quantile(sorted, 0.25));
            parts.put("q3", quantile(sorted, 0.75));
            parts.put(LONGEST, sorted.get(sorted.size() - 1));
        }
        return Tally.of(sorted.size()).beside(parts);
    }

    private static int quantile(List<Integer> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.size() - 1);
        double value = sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
        return (int) Math.floor(value + 0.5);
    }
}

package se.samsteg.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which counts are withheld: those of 1 to 4, and others as long as a sum has one withheld count alone, which the others
 * of the sum would give away, or several sums together do. Decided level by level: what a level before has decided stays as
 * it is.
 */
class Suppression {

    /** The smallest count but zero that is published. */
    static final int FEWEST = 5;

    private final Sums sums;
    private final Set<Cell> decided = new HashSet<>();
    private final Set<Cell> unknown = new HashSet<>();
    private final Set<Cell> kept = new HashSet<>();

    Suppression(Sums sums) {
        this.sums = sums;
    }

    static boolean few(int count) {
        return count != 0 && Math.abs(count) < FEWEST;
    }

    /** Whether a count may not be shown. */
    boolean withheld(Cell cell) {
        return kept.contains(cell);
    }

    /**
     * Decides for the counts of a level.
     *
     * @param also counts that are withheld however many they are
     */
    void decide(Predicate<Cell> level, Predicate<Cell> also) {
        List<Cell> cells = sums.counts().keySet().stream().filter(level).toList();
        decided.addAll(cells);
        cells.stream().filter(sums::unseen).forEach(unknown::add);
        cells.stream().filter(cell -> few(count(cell)) || also.test(cell)).forEach(this::keep);
        List<Sums.Sum> closed = sums.sums().stream()
                .filter(sum -> cells(sum).allMatch(decided::contains))
                .toList();
        List<Cell> secret = cells.stream()
                .filter(cell -> count(cell) != 0 && (few(count(cell)) || also.test(cell)))
                .toList();
        Map<Cell, List<Sums.Sum>> of = new HashMap<>();
        closed.forEach(sum -> cells(sum).forEach(cell -> of.computeIfAbsent(cell, one -> new ArrayList<>())
                .add(sum)));
        do {
            coverEach(closed, level);
        } while (coverAll(closed, of, secret, level));
    }

    private void coverEach(List<Sums.Sum> closed, Predicate<Cell> level) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sums.Sum sum : closed) {
                changed |= cover(sum, level);
            }
        }
    }

    /** Several sums together can have one answer, although each of them has two counts that are withheld. */
    private boolean coverAll(
            List<Sums.Sum> closed, Map<Cell, List<Sums.Sum>> of, List<Cell> secret, Predicate<Cell> level) {
        Solved solved = new Solved(closed, unknown::contains);
        List<Cell> more = secret.stream()
                .filter(solved::has)
                .map(cell -> near(cell, of, level))
                .flatMap(Optional::stream)
                .toList();
        more.forEach(this::keep);
        return !more.isEmpty();
    }

    /** The smallest that is shown in a sum of a count, or else in a sum of those that are withheld with it. */
    private Optional<Cell> near(Cell cell, Map<Cell, List<Sums.Sum>> of, Predicate<Cell> level) {
        Set<Cell> reached = new HashSet<>();
        Set<Cell> edge = Set.of(cell);
        while (reached.addAll(edge)) {
            Set<Cell> around = edge.stream()
                    .flatMap(one -> of.getOrDefault(one, List.of()).stream())
                    .flatMap(Suppression::cells)
                    .collect(Collectors.toSet());
            Optional<Cell> nearest = around.stream()
                    .filter(level)
                    .filter(one -> !unknown.contains(one) && count(one) != 0)
                    .min(smallest());
            if (nearest.isPresent()) {
                return nearest;
            }
            edge = around.stream()
                    .filter(unknown::contains)
                    .filter(one -> !reached.contains(one))
                    .collect(Collectors.toSet());
        }
        return Optional.empty();
    }

    private int count(Cell cell) {
        return sums.counts().getOrDefault(cell, 0);
    }

    private void keep(Cell cell) {
        if (kept.add(cell)) {
            unknown.add(cell);
            sums.with(cell).forEach(this::keep);
        }
    }

    private static Stream<Cell> cells(Sums.Sum sum) {
        return Stream.concat(sum.parts().stream(), Stream.of(sum.total()));
    }

    private boolean cover(Sums.Sum sum, Predicate<Cell> level) {
        List<Cell> hidden = new ArrayList<>();
        cells(sum).filter(unknown::contains).forEach(hidden::add);
        if (hidden.size() == 1 && !kept.contains(hidden.get(0))) {
            // Not shown, but it follows from the others, and is no secret.
            unknown.remove(hidden.get(0));
            return true;
        }
        if (hidden.isEmpty() || hidden.size() > 1 && !bounded(sum, hidden)) {
            return false;
        }
        Cell second = second(sum, level);
        if (second == null) {
            return false;
        }
        keep(second);
        return true;
    }

    /** Each withheld count is 1 to 4: a total that all of them reach only as 1 each, or as 4 each, tells them all. */
    private boolean bounded(Sums.Sum sum, List<Cell> hidden) {
        if (hidden.contains(sum.total())
                || !hidden.stream().allMatch(cell -> kept.contains(cell) && few(count(cell)))) {
            return false;
        }
        int all = hidden.stream().mapToInt(this::count).sum();
        return all == hidden.size() || all == hidden.size() * (FEWEST - 1);
    }

    /** The smallest that is not zero, one that is shown before one that is not, a part before the total. */
    private @Nullable Cell second(Sums.Sum sum, Predicate<Cell> level) {
        return cells(sum)
                .filter(level)
                .filter(cell -> !unknown.contains(cell))
                .min(smallest(sum))
                .orElse(null);
    }

    private Comparator<Cell> smallest(Sums.Sum sum) {
        return shown().thenComparing(cell -> cell.equals(sum.total())).thenComparingInt(this::count);
    }

    private Comparator<Cell> smallest() {
        return shown().thenComparingInt(this::count);
    }

    private Comparator<Cell> shown() {
        return Comparator.comparing((Cell cell) -> count(cell) == 0).thenComparing(sums::unseen);
    }
}

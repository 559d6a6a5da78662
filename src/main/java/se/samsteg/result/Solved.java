package se.samsteg.result;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which unknown counts a set of sums has only one answer for, taken together: by elimination, in numbers modulo a prime, so
 * that none is rounded.
 */
class Solved {

    private static final long PRIME = 2_147_483_647L;

    private final Map<Cell, Integer> numbers = new HashMap<>();

    /** By its first count, which stands in no other: what each sum says of the unknown counts, each by its number. */
    private final Map<Integer, Map<Integer, Long>> rows = new HashMap<>();

    /** The first counts of the rows in which a count stands, or has stood. */
    private final Map<Integer, Set<Integer>> within = new HashMap<>();

    Solved(Collection<Sums.Sum> sums, Predicate<Cell> unknown) {
        sums.stream()
                .map(sum -> row(sum, unknown))
                .sorted(Comparator.comparingInt(Map::size))
                .forEach(this::add);
    }

    private Map<Integer, Long> row(Sums.Sum sum, Predicate<Cell> unknown) {
        Map<Integer, Long> row = new HashMap<>();
        if (unknown.test(sum.total())) {
            row.put(number(sum.total()), 1L);
        }
        sum.parts().stream().filter(unknown).forEach(part -> add(row, number(part), PRIME - 1));
        return row;
    }

    private Integer number(Cell cell) {
        return numbers.computeIfAbsent(cell, one -> numbers.size());
    }

    /** Whether a count follows from the known ones. */
    boolean has(Cell cell) {
        Map<Integer, Long> row = rows.get(numbers.get(cell));
        return row != null && row.size() == 1;
    }

    private void add(Map<Integer, Long> row) {
        List.copyOf(row.keySet()).forEach(count -> {
            Map<Integer, Long> other = rows.get(count);
            if (other != null) {
                add(row, other, row.getOrDefault(count, 0L));
            }
        });
        if (row.isEmpty()) {
            return;
        }
        // Of the counts of the row the one that stands in the fewest others, so that rows stay short.
        Integer first =
                Collections.min(row.keySet(), Comparator.comparingInt(count -> within.getOrDefault(count, Set.of())
                        .size()));
        long inverse = power(row.getOrDefault(first, 1L), PRIME - 2);
        row.replaceAll((count, times) -> times * inverse % PRIME);
        Set<Integer> holders = within.remove(first);
        if (holders != null) {
            for (Integer holder : holders) {
                Map<Integer, Long> other = rows.getOrDefault(holder, Map.of());
                Long times = other.get(first);
                if (times != null) {
                    add(other, row, times);
                    row.keySet().forEach(count -> stands(count, holder));
                }
            }
        }
        row.keySet().forEach(count -> stands(count, first));
        rows.put(first, row);
    }

    private void stands(Integer count, Integer first) {
        within.computeIfAbsent(count, one -> new HashSet<>()).add(first);
    }

    /** Takes away another row so many times. */
    private static void add(Map<Integer, Long> row, Map<Integer, Long> other, long times) {
        other.forEach((count, its) -> add(row, count, PRIME - times * its % PRIME));
    }

    private static void add(Map<Integer, Long> row, Integer count, long times) {
        long sum = (row.getOrDefault(count, 0L) + times) % PRIME;
        if (sum == 0) {
            row.remove(count);
        } else {
            row.put(count, sum);
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        for (long e = exponent, b = base; e > 0; e >>= 1, b = b * b % PRIME) {
            result = (e & 1) == 1 ? result * b % PRIME : result;
        }
        return result;
    }
}

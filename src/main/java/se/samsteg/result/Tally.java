package se.samsteg.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a figure came to for one set of cases.
 *
 * @param of the whole that the count is a share of; null where it is no share
 * @param parts count by code, in the order in which they are shown
 * @param missing of how many it is not known; they are not in {@code of}, except where {@code within}
 * @param reasons why it is not known, count by code
 * @param unaccounted what the parts leave of the count or the whole, and is said rather than spread
 * @param within whether {@code of} is all, and the count those of whom it is known
 */
record Tally(
        int count,
        @Nullable Integer of,
        Map<String, Integer> parts,
        int missing,
        Map<String, Integer> reasons,
        int unaccounted,
        boolean within) {

    static Tally of(int count) {
        return new Tally(count, null, Map.of(), 0, Map.of(), 0, false);
    }

    static Tally of(int count, int of) {
        return new Tally(count, of, Map.of(), 0, Map.of(), 0, false);
    }

    /** How many of all are known. */
    static Tally known(int known, int all, Map<String, Integer> reasons) {
        return new Tally(known, all, Map.of(), all - known, new TreeMap<>(reasons), 0, true);
    }

    /** Parts of the count; what they leave of it is unaccounted. Parts that overlap leave nothing. */
    Tally with(Map<String, Integer> parts) {
        int sum = parts.values().stream().mapToInt(Integer::intValue).sum();
        return new Tally(count, of, parts, missing, reasons, Math.max(0, count - sum), within);
    }

    /** Parts that are shown and do not divide the count. */
    Tally beside(Map<String, Integer> parts) {
        return new Tally(count, of, parts, missing, reasons, unaccounted, within);
    }

    Tally without(int missing, Map<String, Integer> reasons) {
        return new Tally(count, of, parts, missing, new TreeMap<>(reasons), unaccounted, within);
    }

    Tally unaccounted(int rest) {
        return new Tally(count, of, parts, missing, reasons, rest, within);
    }

    /** How many have each code, those codes first that are listed, in that order; cases without a code are left out. */
    static <T> Map<String, Integer> parts(List<T> all, List<String> codes, Function<T, @Nullable String> code) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        codes.forEach(one -> parts.put(one, 0));
        for (T one : all) {
            String its = code.apply(one);
            if (its != null) {
                parts.merge(its, 1, Integer::sum);
            }
        }
        return parts;
    }

    /** What parts are shares of: the whole, or the count where that is no share of those who are known. */
    int partsOf() {
        return of == null || within ? count : of;
    }

    /** All, those of whom it is not known among them; null where the count is no share. */
    @Nullable
    Integer all() {
        return of == null ? null : within ? of : (Integer) (of + missing);
    }

    static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}

package se.samsteg.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a figure came to for one set of cases.
 *
 * @param of the whole that the count is a share of; null where it is no share
 * @param parts count by code, in the order in which they are shown
 * @param missing of how many it is not known; they are not in {@code of}
 * @param reasons why it is not known, count by code
 * @param unaccounted what the parts leave of the count or the whole, and is said rather than spread
 */
record Tally(
        int count,
        @Nullable Integer of,
        Map<String, Integer> parts,
        int missing,
        Map<String, Integer> reasons,
        int unaccounted) {

    static Tally of(int count) {
        return new Tally(count, null, Map.of(), 0, Map.of(), 0);
    }

    static Tally of(int count, int of) {
        return new Tally(count, of, Map.of(), 0, Map.of(), 0);
    }

    /** Parts of the count; what they leave of it is unaccounted. Parts that overlap leave nothing. */
    Tally with(Map<String, Integer> parts) {
        int sum = parts.values().stream().mapToInt(Integer::intValue).sum();
        return new Tally(count, of, parts, missing, reasons, Math.max(0, count - sum));
    }

    /** Parts that are shown and do not divide the count. */
    Tally beside(Map<String, Integer> parts) {
        return new Tally(count, of, parts, missing, reasons, unaccounted);
    }

    Tally without(int missing, Map<String, Integer> reasons) {
        return new Tally(count, of, parts, missing, reasons, unaccounted);
    }

    Tally unaccounted(int rest) {
        return new Tally(count, of, parts, missing, reasons, rest);
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

    /** What parts are shares of: the whole, or the count where that is no share. */
    @Nullable
    Integer partsOf() {
        return of == null ? (Integer) count : of;
    }

    static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}

package se.samsteg.result;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a programme and period, as the interface gives them.
 *
 * @param frozen how the year was signed whose figures these are; null for those of today
 */
record Account(
        String programme,
        LocalDate from,
        LocalDate to,
        List<Shown> figures,
        @Nullable Frozen frozen) {

    /** Of today. */
    Account(String programme, LocalDate from, LocalDate to, List<Shown> figures) {
        this(programme, from, to, figures, null);
    }

    /**
     * A signed year.
     *
     * @param version 1 for what was signed first
     * @param reason why it was signed anew; null for the first version
     * @param laterCorrections how many answers that the year counts were corrected, or came, after it was signed; null where
     *     only what was signed was read
     * @param changed ids of the figures that come to something else today, also because files were erased; none where only
     *     what was signed was read
     */
    record Frozen(
            int version,
            LocalDate signedOn,
            @Nullable String reason,
            @Nullable Integer laterCorrections,
            List<String> changed) {}

    /**
     * A figure with what it says.
     *
     * @param definition how it is counted, in Swedish
     * @param sources the forms and registers that it is counted from, in Swedish
     * @param of the whole; null where the count is no share
     * @param percent whole percent, half up; null where there is no whole
     * @param percentOfAll the share of all, those of whom it is not known among them
     * @param missing of how many it is not known
     * @param unaccounted what the parts leave
     * @param target in percent, null where there is none, or none that was in force throughout the period
     * @param targets where none was, each with the days of the period on which it was in force
     * @param met whether the target was reached; null without one
     */
    record Shown(
            String id,
            String label,
            String definition,
            String sources,
            int count,
            @Nullable Integer of,
            @Nullable Integer percent,
            @Nullable Integer percentOfAll,
            int missing,
            int unaccounted,
            @Nullable Integer target,
            List<Target> targets,
            @Nullable Boolean met,
            List<Part> parts,
            List<Reason> missingReasons,
            List<Slice> by,
            @Nullable String note) {

        private List<Object> counts() {
            return Arrays.asList(
                    count,
                    of,
                    missing,
                    parts.stream()
                            .map(part -> List.of(part.code(), part.count()))
                            .toList());
        }

        private List<Object> everyCount() {
            return List.of(
                    counts(),
                    unaccounted,
                    missingReasons.stream()
                            .map(reason -> List.of(reason.code(), reason.count()))
                            .toList(),
                    by.stream().map(Slice::counts).toList());
        }
    }

    /**
     * Whether another account counts each figure the same: whole, in a part or in what it is broken down by. Words, goals and
     * figures that only one of them has are not compared.
     */
    boolean countsAs(Account other) {
        Map<String, Shown> others = other.figures.stream().collect(Collectors.toMap(Shown::id, Function.identity()));
        return figures.stream().allMatch(one -> Optional.ofNullable(others.get(one.id()))
                .map(theirs -> theirs.everyCount().equals(one.everyCount()))
                .orElse(true));
    }

    /** Ids of the figures that another account counts otherwise, whole or in a part; words are not compared. */
    List<String> changedIn(Account other) {
        Map<String, Shown> others = other.figures.stream().collect(Collectors.toMap(Shown::id, Function.identity()));
        return figures.stream()
                .filter(one -> !one.counts()
                        .equals(Optional.ofNullable(others.get(one.id()))
                                .map(Shown::counts)
                                .orElse(List.of())))
                .map(Shown::id)
                .toList();
    }

    /** @param percent of the whole; null where there is none, or where the count is days */
    record Part(
            String code, String label, int count, @Nullable Integer percent) {}

    /** Why it is not known. */
    record Reason(String code, String label, int count) {}

    /** The figure for those with one code of the dimension that it is broken down by. */
    record Slice(
            String code,
            String label,
            int count,
            @Nullable Integer of,
            @Nullable Integer percent,
            int missing,
            int unaccounted,
            List<Part> parts) {

        private List<Object> counts() {
            return Arrays.asList(
                    code,
                    count,
                    of,
                    missing,
                    unaccounted,
                    parts.stream()
                            .map(part -> List.of(part.code(), part.count()))
                            .toList());
        }
    }

    /** A target that was in force for some of the period, with what was reached in those days. */
    record Target(
            LocalDate from,
            LocalDate to,
            int target,
            int count,
            @Nullable Integer of) {}

    /** Whether a target in percent was reached, by the counts and not by the rounded percent; null without one. */
    static @Nullable Boolean met(@Nullable Integer target, @Nullable Integer count, @Nullable Integer of) {
        return target == null || count == null || of == null || of == 0
                ? null
                : (Boolean) (100L * count >= (long) target * of);
    }

    /** Whole percent, half up; null where there is no whole. */
    static @Nullable Integer percent(int count, @Nullable Integer of) {
        return of == null || of == 0 ? null : Math.floorDiv(200 * count + of, 2 * of);
    }
}

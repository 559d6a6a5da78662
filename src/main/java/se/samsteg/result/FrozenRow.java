package se.samsteg.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A count of a signed year: of a figure, one of its parts, a reason why it is not known, or what was reached of a target.
 *
 * @param sex only of those; null: of all
 * @param dimension parameter of what the figure is broken down by; null: by nothing
 * @param code of the dimension
 * @param kind {@code whole}, {@code part}, {@code reason} or {@code target}
 * @param part its code; of a target its first and last day, {@code 2011-01-01/2011-12-31}, null if it was in force
 *     throughout the year
 * @param label of the code of the dimension, the part or the reason
 * @param percent of a part; of a target what is aimed at
 */
record FrozenRow(
        @Nullable String sex,
        @Nullable String dimension,
        @Nullable String code,
        String figure,
        String kind,
        @Nullable String part,
        @Nullable String label,
        int count,
        @Nullable Integer ofAll,
        @Nullable Integer percent,
        @Nullable Integer missing,
        @Nullable Integer unaccounted) {

    private static final String WHOLE = "whole";
    private static final String PART = "part";
    private static final String REASON = "reason";
    private static final String TARGET = "target";

    static Stream<FrozenRow> of(@Nullable String sex, Account.Shown figure) {
        Row row = new Row(sex, null, null, figure.id());
        return Stream.of(
                        Stream.of(row.whole(
                                null,
                                figure.count(),
                                figure.of(),
                                figure.percentOfAll(),
                                figure.missing(),
                                figure.unaccounted())),
                        figure.parts().stream().map(row::part),
                        figure.missingReasons().stream().map(row::reason),
                        figure.target() == null
                                ? figure.targets().stream().map(row::target)
                                : Stream.of(row.target(figure.target(), figure.count(), figure.of())))
                .flatMap(Function.identity());
    }

    static Stream<FrozenRow> of(@Nullable String sex, Dimension by, String figure, Account.Slice slice) {
        Row row = new Row(sex, by.parameter(), slice.code(), figure);
        return Stream.concat(
                Stream.of(row.whole(
                        slice.label(), slice.count(), slice.of(), null, slice.missing(), slice.unaccounted())),
                slice.parts().stream().map(row::part));
    }

    private record Row(
            @Nullable String sex,
            @Nullable String dimension,
            @Nullable String code,
            String figure) {

        /** @param percent of all, those of whom it is not known among them */
        FrozenRow whole(
                @Nullable String label,
                int count,
                @Nullable Integer of,
                @Nullable Integer percent,
                int missing,
                int unaccounted) {
            return row(WHOLE, null, label, count, of, percent, missing, unaccounted);
        }

        FrozenRow part(Account.Part part) {
            return row(PART, part.code(), part.label(), part.count(), null, part.percent(), null, null);
        }

        FrozenRow reason(Account.Reason reason) {
            return row(REASON, reason.code(), reason.label(), reason.count(), null, null, null, null);
        }

        FrozenRow target(int percent, int count, @Nullable Integer of) {
            return row(TARGET, null, null, count, of, percent, null, null);
        }

        FrozenRow target(Account.Target target) {
            return row(
                    TARGET,
                    target.from() + "/" + target.to(),
                    null,
                    target.count(),
                    target.of(),
                    target.target(),
                    null,
                    null);
        }

        private FrozenRow row(
                String kind,
                @Nullable String part,
                @Nullable String label,
                int count,
                @Nullable Integer of,
                @Nullable Integer percent,
                @Nullable Integer missing,
                @Nullable Integer unaccounted) {
            return new FrozenRow(
                    sex, dimension, code, figure, kind, part, label, count, of, percent, missing, unaccounted);
        }
    }

    /** A figure out of its rows. */
    static Account.Shown shown(
            String id,
            String label,
            String definition,
            String sources,
            @Nullable String note,
            List<FrozenRow> rows,
            List<Account.Slice> by) {
        FrozenRow whole = whole(rows);
        int missing = Objects.requireNonNullElse(whole.missing(), 0);
        Integer percent = Account.percent(whole.count(), whole.ofAll());
        List<FrozenRow> targets = of(TARGET, rows).toList();
        Integer target = targets.stream()
                .filter(one -> one.part() == null)
                .map(FrozenRow::percent)
                .findFirst()
                .orElse(null);
        return new Account.Shown(
                id,
                label,
                definition,
                sources,
                whole.count(),
                whole.ofAll(),
                percent,
                whole.percent(),
                missing,
                Objects.requireNonNullElse(whole.unaccounted(), 0),
                target,
                target == null ? targets.stream().map(FrozenRow::target).toList() : List.of(),
                Account.met(target, whole.count(), whole.ofAll()),
                parts(rows),
                of(REASON, rows)
                        .map(row -> new Account.Reason(
                                Objects.requireNonNull(row.part), Objects.requireNonNull(row.label), row.count))
                        .toList(),
                by,
                note);
    }

    /** What a figure came to for one code, out of its rows. */
    static Account.Slice slice(List<FrozenRow> rows) {
        FrozenRow whole = whole(rows);
        return new Account.Slice(
                Objects.requireNonNull(whole.code()),
                Objects.requireNonNull(whole.label()),
                whole.count(),
                whole.ofAll(),
                Account.percent(whole.count(), whole.ofAll()),
                Objects.requireNonNullElse(whole.missing(), 0),
                Objects.requireNonNullElse(whole.unaccounted(), 0),
                parts(rows));
    }

    private static FrozenRow whole(List<FrozenRow> rows) {
        return of(WHOLE, rows).findFirst().orElseThrow();
    }

    private static List<Account.Part> parts(List<FrozenRow> rows) {
        return of(PART, rows)
                .map(row -> new Account.Part(
                        Objects.requireNonNull(row.part), Objects.requireNonNull(row.label), row.count, row.percent))
                .toList();
    }

    private Account.Target target() {
        String[] days = Objects.requireNonNull(part).split("/");
        return new Account.Target(
                LocalDate.parse(days[0]), LocalDate.parse(days[1]), Objects.requireNonNull(percent), count, ofAll);
    }

    private static Stream<FrozenRow> of(String kind, List<FrozenRow> rows) {
        return rows.stream().filter(row -> row.kind.equals(kind));
    }
}

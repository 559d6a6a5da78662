package se.samsteg.result;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Counts all figures of a selection, exactly; who may read them is decided by who asks for them. */
@Component
class LiveAccounts {

    private final CountedCases cases;
    private final CountedWork work;
    private final LadderMoves moves;
    private final Programmes programmes;
    private final Words words;

    LiveAccounts(CountedCases cases, CountedWork work, LadderMoves moves, Programmes programmes, Words words) {
        this.cases = cases;
        this.work = work;
        this.moves = moves;
        this.programmes = programmes;
        this.words = words;
    }

    /** As of now, from what is recorded. */
    @Transactional
    Account of(Selection selection) {
        cases.refresh();
        Counted parted = selection.by() == null ? null : counted(selection);
        // Rows by a dimension of which a case has one code are the whole; a case can have been in several groups.
        Counted whole = parted == null || selection.by() == Dimension.GROUP ? counted(selection.whole()) : parted;
        return of(whole, parted, selection.by());
    }

    /** @param parted the same, each case with its code of the dimension; null without one */
    Account of(Counted whole, @Nullable Counted parted, @Nullable Dimension by) {
        List<String> codes = parted == null
                ? List.of()
                : parted.cases().stream()
                        .map(CountedCase::by)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList();
        Map<String, Counted> slices = new LinkedHashMap<>();
        if (parted != null) {
            codes.forEach(code -> slices.put(code, parted.only(code)));
        }
        return new Account(
                whole.programme().id(),
                whole.period().from(),
                whole.period().to(),
                Figures.of(whole.programme()).stream()
                        .map(figure -> shown(figure, by, whole, slices))
                        .toList());
    }

    private Counted counted(Selection selection) {
        Settings programme = programmes.get(selection.programme());
        // One who left before is asked within the period; a month has at most three days more than another.
        LocalDate leftSince = selection
                .period()
                .from()
                .minus(programme.followup().finalAfter())
                .minusDays(3);
        return new Counted(
                programme,
                selection.period(),
                cases.of(selection, leftSince),
                cases.happened(selection),
                Stream.concat(cases.ended(selection).stream(), moves.of(selection).stream())
                        .toList(),
                cases.handled(selection),
                work.of(selection),
                selection.named());
    }

    private Account.Shown shown(Figure figure, @Nullable Dimension by, Counted whole, Map<String, Counted> slices) {
        Settings programme = whole.programme();
        Tally tally = figure.count().of(whole);
        List<Account.Target> targets = targets(figure, whole);
        Integer percent = Account.percent(tally.count(), tally.of());
        Integer target = inForceThroughout(targets, whole.period())
                ? (Integer) targets.get(0).target()
                : null;
        return new Account.Shown(
                figure.id(),
                words.label(programme, figure.id()),
                words.definition(figure.id()),
                words.sources(figure.id()),
                tally.count(),
                tally.of(),
                percent,
                tally.missing() == 0 ? null : Account.percent(tally.count(), tally.all()),
                tally.missing(),
                tally.unaccounted(),
                target,
                target == null ? targets : List.of(),
                Account.met(target, tally.count(), tally.of()),
                parts(programme, figure, tally),
                tally.reasons().entrySet().stream()
                        .map(reason -> new Account.Reason(
                                reason.getKey(),
                                words.part(programme, figure.id(), reason.getKey()),
                                reason.getValue()))
                        .toList(),
                by == null || figure.ofProgramme()
                        ? List.of()
                        : slices.entrySet().stream()
                                .map(slice -> slice(figure, by, slice.getKey(), slice.getValue()))
                                .toList(),
                note(figure.id(), tally, whole));
    }

    /** Imported cases are known from a file alone, which the first figure says of all that follow. */
    private @Nullable String note(String figure, Tally tally, Counted whole) {
        int imported = figure.equals(ReferralFigures.CASES) ? ReferralFigures.imported(whole) : 0;
        return imported == 0 ? words.note(figure, tally) : imported + " av ärendena är importerade.";
    }

    private Account.Slice slice(Figure figure, Dimension by, String code, Counted counted) {
        Tally tally = figure.count().of(counted);
        return new Account.Slice(
                code,
                words.of(counted.programme(), by, code),
                tally.count(),
                tally.of(),
                Account.percent(tally.count(), tally.of()),
                tally.missing(),
                tally.unaccounted(),
                parts(counted.programme(), figure, tally));
    }

    private List<Account.Part> parts(Settings programme, Figure figure, Tally tally) {
        return tally.parts().entrySet().stream()
                .map(part -> new Account.Part(
                        part.getKey(),
                        words.part(programme, figure.id(), part.getKey()),
                        part.getValue(),
                        figure.shares() ? Account.percent(part.getValue(), tally.partsOf()) : null))
                .toList();
    }

    /** What was aimed at for some of the period only is held against its own days. */
    private static boolean inForceThroughout(List<Account.Target> targets, Period period) {
        return targets.size() == 1
                && targets.get(0).from().equals(period.from())
                && targets.get(0).to().equals(period.to());
    }

    /** The goals of the figure that were in force on a day of the period, each counted over its own days of it. */
    private static List<Account.Target> targets(Figure figure, Counted whole) {
        Period period = whole.period();
        return whole.programme().results().goals().stream()
                .filter(goal -> goal.figure().equals(figure.id()))
                .filter(goal -> !goal.from().isAfter(period.to())
                        && Optional.ofNullable(goal.to())
                                .map(to -> !to.isBefore(period.from()))
                                .orElse(true))
                .map(goal -> {
                    Period own = new Period(
                            goal.from().isAfter(period.from()) ? goal.from() : period.from(),
                            goal.to() != null && goal.to().isBefore(period.to()) ? goal.to() : period.to());
                    Tally tally = figure.count().of(whole.over(own));
                    return new Account.Target(own.from(), own.to(), goal.target(), tally.count(), tally.of());
                })
                .toList();
    }
}

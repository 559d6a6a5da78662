package se.samsteg.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Counts all figures of a selection, exactly; who may read them is decided by who asks for them. */
@Component
class Accounts {

    private final CountedCases cases;
    private final Programmes programmes;
    private final Words words;

    Accounts(CountedCases cases, Programmes programmes, Words words) {
        this.cases = cases;
        this.programmes = programmes;
        this.words = words;
    }

    /** As of now, from what is recorded. */
    @Transactional
    Account of(Selection selection) {
        cases.refresh();
        return of(counted(selection.whole()), selection.by() == null ? null : counted(selection), selection.by());
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
        return new Account(
                whole.programme().id(),
                whole.period().from(),
                whole.period().to(),
                Figures.of(whole.programme()).stream()
                        .map(figure -> shown(figure, by, whole, parted, codes))
                        .toList());
    }

    private Counted counted(Selection selection) {
        return new Counted(
                programmes.get(selection.programme()),
                selection.period(),
                cases.of(selection),
                cases.happened(selection),
                cases.ended(selection),
                selection.filters().containsKey(Dimension.COHORT)
                        || selection.filters().containsKey(Dimension.GROUP));
    }

    private Account.Shown shown(
            Figure figure, @Nullable Dimension by, Counted whole, @Nullable Counted parted, List<String> codes) {
        Settings programme = whole.programme();
        Tally tally = figure.count().of(whole);
        List<Account.Target> targets = targets(figure, whole);
        Integer percent = Account.percent(tally.count(), tally.of());
        Integer target = targets.size() == 1 ? (Integer) targets.get(0).target() : null;
        return new Account.Shown(
                figure.id(),
                words.label(programme, figure.id()),
                words.definition(figure.id()),
                words.sources(figure.id()),
                tally.count(),
                tally.of(),
                percent,
                tally.missing() == 0 || tally.of() == null
                        ? null
                        : Account.percent(tally.count(), tally.of() + tally.missing()),
                tally.missing(),
                tally.unaccounted(),
                target,
                targets.size() > 1 ? targets : List.of(),
                target == null || percent == null ? null : percent >= target,
                parts(programme, figure.id(), tally),
                tally.reasons().entrySet().stream()
                        .map(reason -> new Account.Reason(
                                reason.getKey(),
                                words.part(programme, figure.id(), reason.getKey()),
                                reason.getValue()))
                        .toList(),
                parted == null || by == null
                        ? List.of()
                        : codes.stream()
                                .map(code -> slice(figure, by, code, parted.only(code)))
                                .toList(),
                words.note(figure.id(), tally));
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
                parts(counted.programme(), figure.id(), tally));
    }

    private List<Account.Part> parts(Settings programme, String figure, Tally tally) {
        return tally.parts().entrySet().stream()
                .map(part -> new Account.Part(
                        part.getKey(),
                        words.part(programme, figure, part.getKey()),
                        part.getValue(),
                        figure.startsWith("time.") ? null : Account.percent(part.getValue(), tally.partsOf())))
                .toList();
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
                    Tally tally = figure.count()
                            .of(new Counted(
                                    whole.programme(),
                                    own,
                                    whole.cases(),
                                    whole.happened(),
                                    whole.ended(),
                                    whole.named()));
                    return new Account.Target(own.from(), own.to(), goal.target(), tally.count(), tally.of());
                })
                .toList();
    }
}

package se.samsteg.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.samsteg.programme.Settings;

/** From the referral to a place in the programme. */
class ReferralFigures {

    /** The first figure, of all cases of the period. */
    static final String CASES = "cases";

    private static final List<String> NOT_IN = List.of("unmet", "withdrawn", "declined");

    private ReferralFigures() {}

    static List<Figure> of(Settings programme) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(CASES, ReferralFigures::cases));
        figures.add(new Figure(
                "referrals.received", counted -> Tally.of(received(counted).size())));
        figures.add(new Figure("referrals.takenUp", ReferralFigures::takenUp));
        figures.add(new Figure("referrals.called", counted -> decided(counted, Decision.ADMIT)));
        figures.add(new Figure("referrals.returned", ReferralFigures::returned));
        reasons(programme)
                .forEach(reason -> figures.add(new Figure("referrals.notIn." + reason, counted -> {
                    List<CountedCase> received = received(counted);
                    return Tally.of(Tally.count(received, one -> reason.equals(one.notIn())), received.size());
                })));
        figures.add(new Figure("referrals.duplicates", ReferralFigures::duplicates));
        figures.add(new Figure("referrals.waiting", ReferralFigures::waiting));
        figures.add(new Figure("stock.current", ReferralFigures::stock));
        figures.add(new Figure(
                "conference.persons",
                counted -> Tally.of((int) counted.handled().stream()
                        .map(CountedCases.Handled::person)
                        .distinct()
                        .count())));
        return figures;
    }

    /** Those of every programme, then those of its own list. */
    private static Set<String> reasons(Settings programme) {
        Set<String> reasons = new LinkedHashSet<>(NOT_IN);
        programme.notTakenIn().forEach(reason -> reasons.add(reason.code()));
        return reasons;
    }

    private static Tally cases(Counted counted) {
        return Tally.of(within(counted).size());
    }

    private static List<CountedCase> within(Counted counted) {
        return counted.where(one -> counted.named()
                || counted.period().has(one.referredOn())
                || counted.period().touches(one.beganOn(), one.overOn()));
    }

    /** How many of the period's cases are. */
    static int imported(Counted counted) {
        return Tally.count(within(counted), CountedCase::imported);
    }

    private static List<CountedCase> received(Counted counted) {
        return counted.where(one -> counted.period().has(one.referredOn()));
    }

    private static List<CountedCase> taken(Counted counted) {
        return counted.where(one -> counted.period().has(one.takenUpOn()));
    }

    private static Tally takenUp(Counted counted) {
        List<CountedCase> taken = taken(counted);
        return Tally.of(taken.size())
                .with(Tally.parts(
                        taken, List.of(Decision.ADMIT.code(), Decision.RECOMMEND.code()), CountedCase::decision));
    }

    private static Tally decided(Counted counted, Decision decision) {
        List<CountedCase> taken = taken(counted);
        return Tally.of(Tally.count(taken, one -> decision.is(one.decision())), taken.size());
    }

    private static Tally returned(Counted counted) {
        List<CountedCase> returned = taken(counted).stream()
                .filter(one -> Decision.RECOMMEND.is(one.decision()))
                .toList();
        return decided(counted, Decision.RECOMMEND)
                .with(Tally.parts(
                        returned,
                        List.of("with-plan", "without-plan"),
                        one -> one.jointPlan() == null ? null : one.jointPlan() ? "with-plan" : "without-plan"));
    }

    private static Tally duplicates(Counted counted) {
        return Tally.of(Tally.count(
                counted.cases(), one -> one.duplicate() && counted.period().has(one.referredOn())));
    }

    private static Tally waiting(Counted counted) {
        return Tally.of(counted.where(one -> !one.imported()
                        && counted.period()
                                .endsWithin(one.coachOn() != null ? one.coachOn() : one.calledOn(), one.overOn())
                        && (one.placedOn() == null
                                || one.placedOn().isAfter(counted.period().to())))
                .size());
    }

    private static Tally stock(Counted counted) {
        List<CountedCase> current = counted.where(one -> counted.period().endsWithin(one.beganOn(), one.overOn()));
        Map<String, Integer> years = new TreeMap<>(Tally.parts(
                current, List.of(), one -> String.valueOf(one.referredOn().getYear())));
        return Tally.of(current.size()).with(new LinkedHashMap<>(years));
    }
}

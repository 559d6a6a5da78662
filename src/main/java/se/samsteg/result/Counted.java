package se.samsteg.result;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samsteg.programme.Settings;

/**
 * What a figure is counted over.
 *
 * @param cases those of a selection that were referred by the last day of the period, duplicates among them
 * @param happened what happened to them within the period
 * @param handled at sittings of the period
 * @param ended what ended within the period, with the days that it took
 * @param work what coaches, groups and sittings did
 * @param named whether cases of one cohort or group are asked for: then its members are counted, whenever they came
 */
record Counted(
        Settings programme,
        Period period,
        List<CountedCase> cases,
        List<CountedCases.Happened> happened,
        List<CountedCases.Ended> ended,
        List<CountedCases.Handled> handled,
        Work work,
        boolean named) {

    /** The same cases over other days. */
    Counted over(Period days) {
        return new Counted(programme, days, cases, happened, ended, handled, work, named);
    }

    /** Those with one code of the dimension that figures are broken down by. */
    Counted only(String code) {
        return new Counted(
                programme,
                period,
                cases.stream().filter(one -> code.equals(one.by())).toList(),
                happened.stream().filter(one -> code.equals(one.by())).toList(),
                ended.stream().filter(one -> code.equals(one.by())).toList(),
                handled.stream().filter(one -> code.equals(one.by())).toList(),
                work.only(code),
                named);
    }

    /** Cases that are no duplicates. */
    List<CountedCase> where(Predicate<CountedCase> which) {
        return cases.stream().filter(one -> !one.duplicate()).filter(which).toList();
    }

    /** Exits within the period. */
    List<CountedCase> exits() {
        return where(one -> period.has(one.left().on()));
    }

    /** Exits within the period of participants who live. */
    List<CountedCase> livingExits() {
        return exits().stream().filter(one -> !died(one)).toList();
    }

    /** Whether the main outcome says that the participant has died. */
    boolean died(CountedCase one) {
        return programme.exit().mainOutcomes().stream()
                .anyMatch(outcome -> outcome.endsContact()
                        && outcome.code().equals(one.left().mainOutcome()));
    }

    /** What happened of one kind. */
    List<CountedCases.Happened> happened(String kind) {
        return happened.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** How often one thing happened. */
    int times(String kind, String code) {
        return stream(kind, code).mapToInt(CountedCases.Happened::times).sum();
    }

    /** To how many cases one thing happened. */
    int casesWith(String kind, String code) {
        return stream(kind, code).mapToInt(CountedCases.Happened::cases).sum();
    }

    /** How many days each took that ended, of one kind and code. */
    List<Integer> days(String kind, String code) {
        return ended.stream()
                .filter(one -> one.kind().equals(kind) && one.code().equals(code))
                .map(CountedCases.Ended::days)
                .toList();
    }

    private Stream<CountedCases.Happened> stream(String kind, String code) {
        return happened.stream()
                .filter(one -> one.kind().equals(kind) && one.code().equals(code));
    }
}

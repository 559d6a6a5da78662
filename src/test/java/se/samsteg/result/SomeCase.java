package se.samsteg.result;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a case as an import leaves it: of a woman who was referred in February 2011 and of whom nothing more is known. */
final class SomeCase {

    static final LocalDate REFERRED = LocalDate.of(2011, 2, 1);

    private String number = "SB-2011-9001";
    private @Nullable String by;
    private boolean imported = true;
    private LocalDate referredOn = REFERRED;
    private @Nullable Integer birthYear;
    private boolean duplicate;
    private @Nullable String notIn;
    private @Nullable LocalDate takenUpOn;
    private @Nullable String decision;
    private @Nullable Boolean jointPlan;
    private @Nullable LocalDate calledOn;
    private @Nullable LocalDate coachOn;
    private @Nullable LocalDate placedOn;
    private @Nullable LocalDate enrolledOn;
    private @Nullable LocalDate plannedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate exitOn;
    private @Nullable String ground;
    private @Nullable String outcome;
    private List<String> secondary = List.of();
    private @Nullable String health;
    private @Nullable String missing;
    private @Nullable String selfSupport;
    private CountedCase.Situation before = situation(List.of(), null, null, null);
    private CountedCase.Situation after = situation(List.of(), null, null, null);
    private @Nullable String education;
    private @Nullable Integer monthsOnSupport;
    private CountedCase.FollowUp followUp = new CountedCase.FollowUp(null, null, null, List.of(), null);

    static CountedCase.Situation situation(
            List<String> livelihood, @Nullable String occupation, @Nullable Integer work, @Nullable Integer sickLeave) {
        return new CountedCase.Situation(livelihood, occupation, work, sickLeave);
    }

    /** An admitted participant who left on a day. */
    static SomeCase exited(LocalDate day, @Nullable String outcome) {
        return admitted(REFERRED.plusMonths(1)).exit(day, outcome);
    }

    static SomeCase admitted(LocalDate day) {
        return new SomeCase().taken(day, "admit").called(day);
    }

    SomeCase number(String its) {
        number = its;
        return this;
    }

    SomeCase by(String code) {
        by = code;
        return this;
    }

    /** One of Samsteg's own. */
    SomeCase own() {
        imported = false;
        return this;
    }

    SomeCase referred(LocalDate day) {
        referredOn = day;
        return this;
    }

    SomeCase born(@Nullable Integer year) {
        birthYear = year;
        return this;
    }

    SomeCase duplicate() {
        duplicate = true;
        return this;
    }

    SomeCase notIn(String reason, LocalDate day) {
        notIn = reason;
        closedOn = day;
        return this;
    }

    SomeCase taken(@Nullable LocalDate day, @Nullable String what) {
        takenUpOn = day;
        decision = what;
        return this;
    }

    SomeCase plan(@Nullable Boolean joint) {
        jointPlan = joint;
        return this;
    }

    SomeCase called(@Nullable LocalDate day) {
        calledOn = day;
        return this;
    }

    SomeCase coach(LocalDate day) {
        coachOn = day;
        return this;
    }

    SomeCase placed(LocalDate day) {
        placedOn = day;
        return this;
    }

    SomeCase enrolled(@Nullable LocalDate day, @Nullable LocalDate planned) {
        enrolledOn = day;
        plannedOn = planned;
        return this;
    }

    SomeCase exit(@Nullable LocalDate day, @Nullable String mainOutcome) {
        exitOn = day;
        outcome = mainOutcome;
        return this;
    }

    SomeCase ground(@Nullable String its) {
        ground = its;
        return this;
    }

    SomeCase secondary(String... codes) {
        secondary = List.of(codes);
        return this;
    }

    SomeCase health(@Nullable String answer) {
        health = answer;
        return this;
    }

    SomeCase notAsked(@Nullable String why) {
        missing = why;
        return this;
    }

    SomeCase selfSupport(@Nullable String answer) {
        selfSupport = answer;
        return this;
    }

    SomeCase before(CountedCase.Situation its) {
        before = its;
        return this;
    }

    SomeCase after(CountedCase.Situation its) {
        after = its;
        return this;
    }

    SomeCase background(@Nullable String its, @Nullable Integer months) {
        education = its;
        monthsOnSupport = months;
        return this;
    }

    SomeCase answered(@Nullable LocalDate day, @Nullable String occupation, String... livelihood) {
        followUp = new CountedCase.FollowUp(day, null, occupation, List.of(livelihood), null);
        return this;
    }

    SomeCase notAnswered(String reason) {
        followUp = new CountedCase.FollowUp(null, reason, null, List.of(), null);
        return this;
    }

    CountedCase build() {
        return new CountedCase(
                number,
                by,
                imported,
                referredOn,
                birthYear,
                duplicate,
                notIn,
                takenUpOn,
                decision,
                jointPlan,
                calledOn,
                coachOn,
                placedOn,
                enrolledOn,
                plannedOn,
                closedOn,
                new CountedCase.Left(exitOn, ground, outcome, secondary, null, health, missing, selfSupport, null),
                before,
                after,
                education,
                monthsOnSupport,
                followUp);
    }
}

package se.samsteg.result;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

/** How each figure is counted, over cases of which a year needs some and not others. */
class FiguresTest {

    private static final Settings SAMBORADET = ProgrammeFiles.samboradet();
    private static final Period YEAR = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));
    private static final LocalDate JUNE = LocalDate.of(2011, 6, 1);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2012, 1, 1);
    private static final Work NO_WORK = new Work(List.of(), List.of(), List.of(), false);

    private static Counted counted(boolean named, SomeCase... cases) {
        return new Counted(
                SAMBORADET,
                YEAR,
                Stream.of(cases).map(SomeCase::build).toList(),
                List.of(),
                List.of(),
                List.of(),
                NO_WORK,
                named);
    }

    private static Tally tally(String figure, Counted counted) {
        return Figures.of(counted.programme()).stream()
                .filter(one -> one.id().equals(figure))
                .findFirst()
                .orElseThrow()
                .count()
                .of(counted);
    }

    private static Tally tally(String figure, SomeCase... cases) {
        return tally(figure, counted(false, cases));
    }

    private static Tally happened(String figure, CountedCases.Happened... rows) {
        return tally(
                figure, new Counted(SAMBORADET, YEAR, List.of(), List.of(rows), List.of(), List.of(), NO_WORK, false));
    }

    private static CountedCases.Happened row(String kind, String code, int times) {
        return new CountedCases.Happened(kind, code, null, times, times, 0, 0);
    }

    private static SomeCase exited(@Nullable String outcome) {
        return SomeCase.exited(JUNE, outcome);
    }

    // ---- cases and referrals

    @Test
    void eachFigureHasItsOwnId() {
        assertThat(Figures.of(SAMBORADET)).extracting(Figure::id).doesNotHaveDuplicates();
    }

    @Test
    void aCaseCountsInAPeriodInWhichItWasReferredOrCurrent() {
        LocalDate before = LocalDate.of(2009, 3, 1);
        assertThat(tally(
                                "cases",
                                new SomeCase(),
                                SomeCase.admitted(before).referred(before),
                                SomeCase.admitted(before)
                                        .referred(before)
                                        .exit(YEAR.from().plusDays(1), null),
                                SomeCase.admitted(before).referred(before).exit(YEAR.from(), null),
                                new SomeCase().referred(before).taken(before, "recommend"),
                                new SomeCase().duplicate())
                        .count())
                .as("referred, current, current on the first day; not the exit on the first day, nor who was never in")
                .isEqualTo(3);
    }

    @Test
    void aCohortCountsItsMembersWheneverTheyCame() {
        SomeCase gone = SomeCase.admitted(LocalDate.of(2009, 3, 1))
                .referred(LocalDate.of(2009, 2, 1))
                .exit(LocalDate.of(2010, 2, 1), null);
        assertThat(tally("cases", counted(true, gone)).count()).isEqualTo(1);
        assertThat(tally("cases", counted(false, gone)).count()).isZero();
    }

    @Test
    void aDuplicateCountsAsADuplicateOnly() {
        SomeCase twin = exited("regular-work").duplicate();
        for (Figure figure : Figures.of(SAMBORADET)) {
            int count = figure.count().of(counted(false, twin)).count();
            assertThat(count).as(figure.id()).isEqualTo(figure.id().equals("referrals.duplicates") ? 1 : 0);
        }
    }

    @Test
    void whoIsAskedForMoreIsTakenUpAndNeitherCalledNorReturned() {
        SomeCase[] cases = {
            SomeCase.admitted(JUNE),
            new SomeCase().taken(JUNE, "recommend").plan(true),
            new SomeCase().taken(JUNE, "recommend").plan(false),
            new SomeCase().taken(JUNE, null),
            SomeCase.admitted(NEXT_YEAR)
        };
        Tally taken = tally("referrals.takenUp", cases);
        assertThat(taken.count()).isEqualTo(4);
        assertThat(taken.parts()).containsExactly(entry("admit", 1), entry("recommend", 2));
        assertThat(taken.unaccounted()).isEqualTo(1);
        assertThat(tally("referrals.called", cases).count()).isEqualTo(1);
        assertThat(tally("referrals.returned", cases).parts())
                .containsExactly(entry("with-plan", 1), entry("without-plan", 1));
    }

    @ParameterizedTest
    @CsvSource({"unmet", "withdrawn", "declined"})
    void whoDidNotComeInCountsByTheReason(String reason) {
        Tally tally = tally("referrals.notIn." + reason, new SomeCase().notIn(reason, JUNE), new SomeCase());
        assertThat(tally.count()).isEqualTo(1);
        assertThat(tally.of()).isEqualTo(2);
    }

    @Test
    void whoIsCalledWaitsUntilThePlaceIsTaken() {
        assertThat(tally(
                                "referrals.waiting",
                                SomeCase.admitted(JUNE).own(),
                                SomeCase.admitted(JUNE).own().placed(NEXT_YEAR),
                                SomeCase.admitted(JUNE).own().placed(YEAR.to()),
                                SomeCase.admitted(JUNE).own().notIn("declined", JUNE),
                                SomeCase.admitted(JUNE))
                        .count())
                .as("of imported cases nothing is known of places")
                .isEqualTo(2);
    }

    @Test
    void whoWasAdmittedIsCurrentUntilTheDayBeforeTheExit() {
        Tally stock = tally(
                "stock.current",
                SomeCase.admitted(YEAR.to()),
                new SomeCase().taken(JUNE, "admit").referred(LocalDate.of(2010, 5, 1)),
                new SomeCase().taken(JUNE, "recommend"),
                SomeCase.admitted(JUNE).exit(YEAR.to(), "moved"),
                SomeCase.admitted(JUNE).exit(NEXT_YEAR, "moved"));
        assertThat(stock.count()).isEqualTo(3);
        assertThat(stock.parts()).containsExactly(entry("2010", 1), entry("2011", 2));
    }

    @Test
    void aPersonWithTwoCasesAtSittingsIsOnePerson() {
        Counted counted = new Counted(
                SAMBORADET,
                YEAR,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new CountedCases.Handled("a", "soc"),
                        new CountedCases.Handled("a", "af"),
                        new CountedCases.Handled("b", "af")),
                NO_WORK,
                false);
        assertThat(tally("conference.persons", counted).count()).isEqualTo(2);
        assertThat(tally("conference.persons", counted.only("af")).count()).isEqualTo(2);
    }

    // ---- exits and goals

    @Test
    void anExitWithoutAMainOutcomeIsUnaccounted() {
        Tally exits = tally("exits.total", exited("moved"), exited(null), exited("deceased"));
        assertThat(exits.count()).isEqualTo(3);
        assertThat(exits.parts()).contains(entry("moved", 1), entry("deceased", 1));
        assertThat(exits.unaccounted()).isEqualTo(1);
    }

    @Test
    void anExitCanReachSeveralThingsBesideItsMainOutcome() {
        Tally secondary = tally("exits.secondary", exited("moved").secondary("studies", "pension"), exited("moved"));
        assertThat(secondary.count()).isEqualTo(1);
        assertThat(secondary.parts()).contains(entry("studies", 1), entry("pension", 1));
    }

    @Test
    void betterHealthIsCountedOfTheMeasuredAndTheDeceasedAreInNone() {
        Tally goal = tally(
                "goal1",
                exited("moved").health("better"),
                exited("moved").health("worse"),
                exited("moved").notAsked("declined"),
                exited("moved"),
                exited("deceased").health("better"),
                SomeCase.exited(NEXT_YEAR, "moved").health("better"));
        assertThat(goal.count()).isEqualTo(1);
        assertThat(goal.of()).isEqualTo(2);
        assertThat(goal.missing()).isEqualTo(2);
        assertThat(goal.all()).isEqualTo(4);
        assertThat(goal.reasons()).containsOnly(entry("declined", 1), entry("unknown", 1));
        assertThat(goal.parts()).containsExactly(entry("better", 1), entry("same", 0), entry("worse", 1));
    }

    @ParameterizedTest
    @CsvSource({"regular-work, 1", "subsidised-work, 1", "studies, 1", "available, 1", "work-training, 0", "pension, 0"
    })
    void workStudiesAndBeingAvailableReachTheSecondGoal(String outcome, int reached) {
        assertThat(tally("goal2", exited(outcome)).count()).isEqualTo(reached);
    }

    @Test
    void theSecondGoalIsOfAllWhoLeftButTheDeceased() {
        Tally goal = tally("goal2", exited("studies"), exited(null), exited("deceased"));
        assertThat(goal.of()).isEqualTo(2);
        assertThat(goal.unaccounted()).isEqualTo(1);
    }

    @Test
    void aPlanOrARecommendationReachesTheThirdGoal() {
        Tally goal = tally(
                "goal3",
                SomeCase.admitted(JUNE).plan(true),
                new SomeCase().taken(JUNE, "recommend").plan(false),
                SomeCase.admitted(JUNE).plan(false),
                new SomeCase().taken(JUNE, null));
        assertThat(goal.count()).isEqualTo(2);
        assertThat(goal.of()).isEqualTo(4);
        assertThat(goal.parts()).containsExactly(entry("plan", 1), entry("recommendation", 1));
    }

    @Test
    void betterConditionsAreAQuestionOfTheirOwn() {
        Tally goal = tally(
                "goal4",
                exited("moved").health("worse").selfSupport("better"),
                exited("moved").health("better"),
                exited("deceased").selfSupport("better"));
        assertThat(goal.count()).isEqualTo(1);
        assertThat(goal.of()).isEqualTo(1);
        assertThat(goal.missing()).isEqualTo(1);
    }

    // ---- time

    @Test
    void timeIsOfThoseWhoseTimeEndedInThePeriod() {
        SomeCase[] cases = {
            exited("moved").enrolled(JUNE.minusDays(10), JUNE.minusDays(6)),
            exited("moved").enrolled(JUNE.minusDays(20), null),
            exited("moved").enrolled(JUNE.minusDays(31), null),
            SomeCase.exited(NEXT_YEAR, "moved").enrolled(JUNE, NEXT_YEAR)
        };
        Tally time = tally("time.programme", cases);
        assertThat(time.count()).isEqualTo(3);
        assertThat(time.of()).isNull();
        assertThat(time.parts())
                .containsExactly(entry("median", 20), entry("q1", 15), entry("q3", 26), entry("longest", 31));
        assertThat(tally("time.phase.planning", cases).parts()).contains(entry("median", 4));
    }

    @Test
    void timeThatNothingIsKnownOfHasNoParts() {
        assertThat(tally("time.programme").parts()).isEmpty();
    }

    // ---- before, after and a year after

    @Test
    void oneYearAfterIsDueAYearAfterTheExit() {
        LocalDate lastYear = LocalDate.of(2010, 6, 1);
        SomeCase[] cases = {
            SomeCase.exited(lastYear, "regular-work").after(occupied("working")).answered(JUNE, "studying"),
            SomeCase.exited(lastYear, "studies").after(occupied("studying")).answered(JUNE, "sick-leave"),
            SomeCase.exited(lastYear, "moved").after(occupied("sick-leave")).answered(JUNE, "working"),
            SomeCase.exited(lastYear, "moved").after(occupied(null)).answered(JUNE, "working"),
            SomeCase.exited(lastYear, "moved").notAnswered("unreachable"),
            SomeCase.exited(lastYear, "moved").notAnswered("deceased"),
            SomeCase.exited(lastYear, "moved"),
            SomeCase.exited(lastYear, "deceased"),
            exited("moved").answered(JUNE, "working")
        };
        Tally year = tally("oneYear", cases);
        assertThat(year.count()).isEqualTo(4);
        assertThat(year.of()).isEqualTo(7);
        assertThat(year.all()).as("the silent are in the whole already").isEqualTo(7);
        assertThat(year.parts())
                .containsExactly(entry("held", 1), entry("improved", 1), entry("lost", 1), entry("neither", 0));
        assertThat(year.unaccounted()).isEqualTo(1);
        assertThat(year.reasons()).containsOnly(entry("unreachable", 1), entry("deceased", 1), entry("not-asked", 1));
    }

    private static CountedCase.Situation occupied(@Nullable String occupation) {
        return SomeCase.situation(List.of(), occupation, null, null);
    }

    private static CountedCase.Situation livesOn(String... sources) {
        return SomeCase.situation(List.of(sources), null, null, null);
    }

    @Test
    void livelihoodGoesFromEachSourceToEach() {
        SomeCase[] cases = {
            exited("moved").before(livesOn("sickness-benefit")).after(livesOn("salary", "sickness-benefit")),
            exited("moved").before(livesOn("social-assistance")),
            exited("deceased").before(livesOn("salary")).after(livesOn("salary"))
        };
        Tally livelihood = tally("livelihood", cases);
        assertThat(livelihood.count()).isEqualTo(1);
        assertThat(livelihood.of()).isEqualTo(2);
        assertThat(livelihood.missing()).isEqualTo(1);
        assertThat(livelihood.parts())
                .containsOnly(entry("sickness-benefit>salary", 1), entry("sickness-benefit>sickness-benefit", 1));
        assertThat(tally("livelihood.change", cases).parts())
                .containsOnly(entry("salary", 1), entry("sickness-benefit", 0));
        assertThat(tally("livelihood.groups", cases).parts())
                .containsOnly(entry("ill-health>other", 1), entry("ill-health>ill-health", 1));
        assertThat(tally("livelihood.groups.change", cases).parts())
                .containsOnly(entry("ill-health", 0), entry("other", 1));
    }

    @Test
    void ofAChangeOfOccupationFewerIsMinus() {
        Tally change = tally(
                "occupation.change",
                exited("moved").before(occupied("sick-leave")).after(occupied("working")),
                exited("moved").before(occupied("sick-leave")).after(occupied("sick-leave")),
                exited("moved").before(occupied("sick-leave")).after(occupied("unknown")));
        assertThat(change.count()).isEqualTo(2);
        assertThat(change.of()).isEqualTo(3);
        assertThat(change.parts()).containsOnly(entry("sick-leave", -1), entry("working", 1));
    }

    @Test
    void workIsBegunOrIncreasedAgainstBefore() {
        Tally work = tally(
                "workOrStudies",
                exited("moved").before(occupied("sick-leave")).after(occupied("working")),
                exited("moved").before(working(25)).after(working(50)),
                exited("moved").before(working(50)).after(working(50)),
                exited("moved").before(occupied("unknown")).after(occupied("studying")),
                exited("moved").before(occupied("working")).after(occupied("sick-leave")),
                exited("moved").before(occupied("working")).after(occupied("unknown")));
        assertThat(work.count()).isEqualTo(4);
        assertThat(work.of()).isEqualTo(5);
        assertThat(work.missing()).isEqualTo(1);
        assertThat(work.parts()).containsExactly(entry("begun", 1), entry("increased", 1), entry("as-before", 1));
        assertThat(work.unaccounted()).isEqualTo(1);
    }

    private static CountedCase.Situation working(int percent) {
        return SomeCase.situation(List.of(), "working", percent, null);
    }

    @Test
    void sickLeaveIsComparedWhereBothDegreesAreKnown() {
        Tally leave = tally("sickLeave", onLeave(100, 50), onLeave(50, 50), onLeave(50, null), onLeave(0, 0));
        assertThat(leave.count()).isEqualTo(1);
        assertThat(leave.of()).isEqualTo(2);
        assertThat(leave.missing()).isEqualTo(1);
    }

    private static SomeCase onLeave(@Nullable Integer before, @Nullable Integer after) {
        return exited("moved")
                .before(SomeCase.situation(List.of(), null, null, before))
                .after(SomeCase.situation(List.of(), null, null, after));
    }

    @ParameterizedTest
    @CsvSource({
        "1994, other",
        "1993, 18-24",
        "1987, 18-24",
        "1986, 25-34",
        "1956, 55-64",
        "1947, 55-64",
        "1946, other",
        ", unknown"
    })
    void ageIsTheYearOfTheReferralMinusTheYearOfBirth(@Nullable Integer year, String band) {
        Tally background = tally("background", SomeCase.admitted(JUNE).born(year));
        assertThat(background.parts()).contains(entry("age." + band, 1));
    }

    @ParameterizedTest
    @CsvSource({"11, 0-1", "12, 1-3", "36, 3-6", "72, 6-10", "120, 10+", ", unknown"})
    void timeOnSupportIsCountedInYears(@Nullable Integer months, String years) {
        Tally background = tally("background", SomeCase.admitted(JUNE).background("compulsory", months));
        assertThat(background.parts()).contains(entry("support." + years, 1), entry("education.compulsory", 1));
    }

    // ---- what happened

    @Test
    void talksAreHeldOfThoseThatWereBooked() {
        Tally talks = happened(
                "coaching",
                row("talk", "held", 6),
                row("talk", "absent", 2),
                row("talk", "moved", 1),
                row("sip", "held", 9));
        assertThat(talks.count()).isEqualTo(6);
        assertThat(talks.of()).isEqualTo(9);
        assertThat(talks.parts())
                .containsExactly(entry("held", 6), entry("moved", 1), entry("excused", 0), entry("absent", 2));
    }

    @Test
    void aCoachsLoadIsTheWeightOfTheOwnCases() {
        Work work = new Work(
                List.of(
                        new Work.Load("coach1", "soc", 4),
                        new Work.Load("coach1", "af", 3),
                        new Work.Load("coach2", "af", 4)),
                List.of(),
                List.of(),
                false);
        Counted counted = new Counted(SAMBORADET, YEAR, List.of(), List.of(), List.of(), List.of(), work, false);
        assertThat(tally("coaching.load", counted).count()).isEqualTo(11);
        assertThat(tally("coaching.load", counted).parts())
                .containsExactly(entry("coaches", 2), entry("mean", 6), entry("most", 7));
        assertThat(tally("coaching.load", counted.only("af")).count()).isEqualTo(7);
    }

    @Test
    void aSipMeetingThatWasNotSettledIsUnaccounted() {
        Tally sip = happened("sip", row("sip", "asked", 5), row("sip", "held", 3), row("sip", "doctor-absent", 1));
        assertThat(sip.count()).isEqualTo(3);
        assertThat(sip.of()).isEqualTo(5);
        assertThat(sip.parts()).containsExactly(entry("held", 3), entry("doctor-absent", 1));
        assertThat(sip.unaccounted()).isEqualTo(1);
    }

    @Test
    void whatWasPromisedIsDoneOrNotAndCanBeLate() {
        CountedCases.Happened[] rows = {
            row("measure", "done", 4),
            row("measure", "refused", 1),
            row("measure", "late", 2),
            new CountedCases.Happened("measure", "open", null, 3, 3, 0, 2)
        };
        Tally measures = happened("measures", rows);
        assertThat(measures.count()).isEqualTo(4);
        assertThat(measures.of()).isEqualTo(8);
        Tally late = happened("measures.late", rows);
        assertThat(late.count()).isEqualTo(4);
        assertThat(late.of()).isEqualTo(8);
        assertThat(late.parts()).containsExactly(entry("settled", 2), entry("open", 2));
    }

    @Test
    void aRecommendationWithoutAnAnswerIsMissingAndNotUnfollowed() {
        Tally answers = happened(
                "recommendations", row("recommendation", "followed", 2), row("recommendation", "unanswered", 3));
        assertThat(answers.count()).isEqualTo(2);
        assertThat(answers.of()).isEqualTo(5);
        assertThat(answers.reasons()).containsOnly(entry("unanswered", 3));
        assertThat(answers.parts()).contains(entry("followed", 2), entry("not-followed", 0));
    }

    @Test
    void anEventCountsOnceForEachCase() {
        assertThat(happened("events", new CountedCases.Happened("event", "cbt-begun", null, 3, 1, 0, 0))
                        .parts())
                .containsExactly(entry("cbt-begun", 1));
    }

    @Test
    void whoWasPresentWasThereAndWhatWasNotRecordedIsNoAbsence() {
        Tally attendance = happened(
                "groups.attendance",
                row("attendance", "took-part", 5),
                row("attendance", "present", 1),
                row("attendance", "absent", 2));
        assertThat(attendance.count()).isEqualTo(6);
        assertThat(attendance.of()).isEqualTo(8);
    }

    // ---- groups, volume and partners

    private static Counted work(Period period, boolean chosen) {
        return new Counted(
                SAMBORADET,
                period,
                Stream.of(SomeCase.admitted(JUNE), SomeCase.admitted(JUNE))
                        .map(SomeCase::build)
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                new Work(
                        List.of(),
                        List.of(
                                new Work.Group(false, true, 20),
                                new Work.Group(false, false, 0),
                                new Work.Group(true, true, 1)),
                        List.of(
                                new Work.Sitting(JUNE, List.of("af", "soc")),
                                new Work.Sitting(JUNE.plusWeeks(2), List.of("af"))),
                        chosen),
                false);
    }

    @Test
    void aGroupIsPlannedHeldOrCancelled() {
        Tally groups = tally("groups", work(YEAR, false));
        assertThat(groups.count()).isEqualTo(3);
        assertThat(groups.parts()).containsExactly(entry("planned", 1), entry("held", 1), entry("cancelled", 1));
        assertThat(tally("groups.sessions", work(YEAR, false)).count()).isEqualTo(21);
    }

    @Test
    void theVolumeOfAYearIsAimedAtByTheDaysOfThePeriod() {
        Tally year = tally("volume", work(YEAR, false));
        assertThat(year.count()).isEqualTo(2);
        assertThat(year.of()).isEqualTo(40);
        assertThat(year.parts()).containsExactly(entry("fewest", 40), entry("most", 50));
        Period half = new Period(YEAR.from(), LocalDate.of(2011, 6, 30));
        assertThat(tally("volume", work(half, false)).of()).isEqualTo(20);
        Period two = new Period(YEAR.from(), LocalDate.of(2012, 12, 31));
        assertThat(tally("volume.groups", work(two, false)).of()).isEqualTo(4);
        assertThat(tally("volume", work(YEAR, true)).of())
                .as("of some of the cases no volume is aimed at")
                .isNull();
    }

    @Test
    void anAuthorityIsPresentAtSittings() {
        Counted counted = work(YEAR, false);
        Map<String, Integer> present = Map.of("af", 2, "soc", 1, "fk", 0);
        present.forEach((authority, times) -> {
            Tally tally = tally("partners.presence." + authority, counted);
            assertThat(tally.count()).as(authority).isEqualTo(times);
            assertThat(tally.of()).isEqualTo(2);
        });
    }
}

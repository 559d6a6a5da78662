package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;
import se.samsteg.programme.Programmes;

/** The account of a year as the steering group of 2011 read it, imported from a file. */
@SamstegTest
class LiveAccountsTest {

    private static final Period YEAR = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    Programmes programmes;

    @Autowired
    LiveAccounts accounts;

    @BeforeEach
    void theYearIsImported() {
        world.begin(LocalDate.of(2012, 2, 1));
        TheYear2011.imported(imports, programmes.get("samboradet"));
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
        jdbc.sql("delete from taken_number").update();
    }

    private Account.Shown figure(String id, Map<Dimension, String> filters, @Nullable Dimension by) {
        return accounts.of(new Selection("samboradet", YEAR, filters, by)).figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Account.Shown figure(String id) {
        return figure(id, Map.of(), null);
    }

    @Test
    void theFunnelOf2011IsCounted() {
        assertThat(figure("referrals.takenUp").count()).isEqualTo(47);
        assertThat(figure("referrals.called").count()).isEqualTo(36);
        assertThat(figure("referrals.returned").count()).isEqualTo(11);
        Account.Shown goal = figure("goal3");
        assertThat(goal.count()).isEqualTo(47);
        assertThat(goal.percent()).isEqualTo(100);
        assertThat(goal.met()).isTrue();
    }

    @Test
    void conferencePersonsAreThoseWhoWereTakenUpAndImportedCasesAreNoted() {
        assertThat(figure("conference.persons").count()).isEqualTo(47);
        assertThat(figure("cases").count()).isEqualTo(70);
        assertThat(figure("cases").note()).isEqualTo("70 av ärendena är importerade.");
    }

    @Test
    void betterHealthIsAShareOfThoseWhoWereMeasured() {
        Account.Shown goal = figure("goal1");
        assertThat(goal.count()).isEqualTo(2);
        assertThat(goal.of()).isEqualTo(19);
        assertThat(goal.percent()).isEqualTo(11);
        assertThat(goal.missing()).isEqualTo(4);
        assertThat(goal.target()).isEqualTo(50);
        assertThat(goal.met()).isFalse();
        assertThat(goal.parts())
                .extracting(Account.Part::code, Account.Part::count, Account.Part::percent)
                .containsExactly(tuple("better", 2, 11), tuple("same", 10, 53), tuple("worse", 7, 37));
        assertThat(goal.missingReasons())
                .extracting(Account.Reason::code, Account.Reason::count)
                .containsExactly(tuple("unreachable", 4));
    }

    @Test
    void sevenOfTwentyThreeAreAtWorkStudyOrAreAvailable() {
        Account.Shown goal = figure("goal2");
        assertThat(goal.count()).isEqualTo(7);
        assertThat(goal.of()).isEqualTo(23);
        assertThat(goal.percent()).isEqualTo(30);
        assertThat(goal.met()).isTrue();
    }

    @Test
    void aPeriodThatSpansTwoTargetsShowsEachWithItsOwnDays() {
        Account.Shown goal = accounts
                .of(new Selection(
                        "samboradet", new Period(LocalDate.of(2010, 7, 1), LocalDate.of(2011, 12, 31)), Map.of(), null))
                .figures()
                .stream()
                .filter(figure -> figure.id().equals("goal1"))
                .findFirst()
                .orElseThrow();
        assertThat(goal.target()).isNull();
        assertThat(goal.targets())
                .extracting(Account.Target::target, Account.Target::count, Account.Target::of)
                .containsExactly(tuple(40, 0, 0), tuple(50, 2, 19));
    }

    @Test
    void aGoalThatWasInForceForAPartOfThePeriodIsHeldAgainstThatPart() {
        Account.Shown goal = accounts
                .of(new Selection(
                        "samboradet", new Period(LocalDate.of(2010, 7, 1), LocalDate.of(2011, 12, 31)), Map.of(), null))
                .figures()
                .stream()
                .filter(figure -> figure.id().equals("goal4"))
                .findFirst()
                .orElseThrow();
        assertThat(goal.target()).isNull();
        assertThat(goal.met()).isNull();
        assertThat(goal.targets())
                .extracting(Account.Target::from, Account.Target::to, Account.Target::target)
                .containsExactly(tuple(LocalDate.of(2010, 7, 1), LocalDate.of(2010, 12, 31), 40));
    }

    @Test
    void eachSexIsCountedForItselfAndAlone() {
        Account.Shown taken = figure("referrals.takenUp", Map.of(), Dimension.SEX);
        assertThat(taken.by())
                .extracting(Account.Slice::code, Account.Slice::count)
                .containsExactly(tuple("man", 23), tuple("woman", 24));
        assertThat(figure("referrals.takenUp", Map.of(Dimension.SEX, "man"), null)
                        .count())
                .isEqualTo(23);
    }
}

package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.programme.Programmes;

/** For random cases: a whole is its parts and what is unaccounted, and what it is broken down into adds up to it. */
@SamstegTest
class SumsTest {

    private static final Period PERIOD = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));

    /** Their parts divide the count. */
    private static final Set<String> DIVIDE_THE_COUNT = Set.of(
            "referrals.takenUp",
            "referrals.returned",
            "stock.current",
            "exits.total",
            "exits.grounds",
            "goal2",
            "goal3",
            "oneYear",
            "workOrStudies",
            "measures.late",
            "recommendations",
            "groups.participants");

    /** Their parts divide the whole. */
    private static final Set<String> DIVIDE_THE_WHOLE =
            Set.of("goal1", "goal4", "sickLeave", "coaching", "sip", "measures", "groups.attendance");

    /** Days and means of several are not the sum of theirs. */
    private static boolean addsUp(Account.Shown figure, Account.Part part) {
        return !figure.id().startsWith("time.")
                && !figure.id().equals("sip.days")
                && !figure.id().equals("coaching.load")
                && !figure.id().startsWith("partners.answer")
                && !part.code().isEmpty();
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LiveAccounts accounts;

    @Autowired
    Programmes programmes;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void cases() {
        transactions.executeWithoutResult(status -> new RandomCases(jdbc, programmes, new Random(13)).insert(100));
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
    }

    private Account account(String programme, Map<Dimension, String> filters, @Nullable Dimension by) {
        return accounts.of(new Selection(programme, PERIOD, filters, by));
    }

    private List<Account> accounts() {
        return List.of(account("samboradet", Map.of(), null), account("ama", Map.of(), null));
    }

    @Test
    void theRandomCasesReachTheFigures() {
        List<String> empty = new ArrayList<>();
        for (Account account : accounts()) {
            account.figures().stream()
                    .filter(figure -> figure.count() == 0
                            && !OF_SAMSTEGS_OWN.matcher(figure.id()).matches())
                    .forEach(figure -> empty.add(account.programme() + " " + figure.id()));
        }
        assertThat(empty).isEmpty();
    }

    /** Of imported cases nothing is known of these. */
    private static final Pattern OF_SAMSTEGS_OWN = Pattern.compile(
            "referrals\\.(notIn.*|duplicates|waiting)|time\\.(waiting|toCoach)|groups|groups.sessions|coaching.load"
                    + "|volume.groups|partners.presence.*|continuation");

    @Test
    void aWholeIsItsPartsAndWhatIsUnaccounted() {
        for (Account account : accounts()) {
            for (Account.Shown figure : account.figures()) {
                int parts =
                        figure.parts().stream().mapToInt(Account.Part::count).sum();
                if (DIVIDE_THE_COUNT.contains(figure.id())) {
                    int rest = figure.id().equals("goal2") ? 0 : figure.unaccounted();
                    assertThat(parts + rest).as(figure.id()).isEqualTo(figure.count());
                } else if (DIVIDE_THE_WHOLE.contains(figure.id())) {
                    assertThat(parts + figure.unaccounted()).as(figure.id()).isEqualTo(figure.of());
                } else if (figure.id().equals("background")) {
                    assertThat(parts).as("education, age and time on support").isEqualTo(3 * figure.count());
                }
            }
        }
    }

    @Test
    void theReasonsAddUpToWhatIsMissingAndNoCountIsMoreThanItsWhole() {
        for (Account account : accounts()) {
            for (Account.Shown figure : account.figures()) {
                assertThat(figure.missingReasons().stream()
                                .mapToInt(Account.Reason::count)
                                .sum())
                        .as(figure.id())
                        .isEqualTo(figure.missing());
                if (figure.of() != null && !figure.id().startsWith("volume")) {
                    assertThat(figure.count()).as(figure.id()).isLessThanOrEqualTo(figure.of());
                }
            }
        }
    }

    @Test
    void whatAFigureIsBrokenDownIntoAddsUpToIt() {
        for (String programme : List.of("samboradet", "ama")) {
            Account whole = account(programme, Map.of(), null);
            for (Dimension by :
                    List.of(Dimension.SEX, Dimension.AGE, Dimension.AUTHORITY, Dimension.UNIT, Dimension.COHORT)) {
                Account parted = account(programme, Map.of(), by);
                for (int i = 0; i < whole.figures().size(); i++) {
                    Account.Shown figure = parted.figures().get(i);
                    assertThat(figure)
                            .usingRecursiveComparison()
                            .ignoringFields("by")
                            .as("by %s it is the same whole", by)
                            .isEqualTo(whole.figures().get(i));
                    if (!figure.by().isEmpty()) {
                        addsUp(by, figure);
                    }
                }
            }
        }
    }

    private static void addsUp(Dimension by, Account.Shown figure) {
        sums(by, figure, "count", figure.count(), Account.Slice::count);
        sums(by, figure, "missing", figure.missing(), Account.Slice::missing);
        sums(by, figure, "unaccounted", figure.unaccounted(), Account.Slice::unaccounted);
        if (figure.of() != null) {
            sums(by, figure, "of", figure.of(), slice -> slice.of() == null ? 0 : slice.of());
        }
        figure.parts().stream()
                .filter(part -> addsUp(figure, part))
                .forEach(part -> sums(by, figure, part.code(), part.count(), slice -> slice.parts().stream()
                        .filter(one -> one.code().equals(part.code()))
                        .mapToInt(Account.Part::count)
                        .sum()));
    }

    private static void sums(
            Dimension by, Account.Shown figure, String what, int whole, ToIntFunction<Account.Slice> number) {
        assertThat(figure.by().stream().mapToInt(number).sum())
                .as("%s of %s by %s", what, figure.id(), by)
                .isEqualTo(whole);
    }

    @Test
    void eachCodeAloneIsWhatTheBreakdownSaysOfIt() {
        Account bySex = account("samboradet", Map.of(), Dimension.SEX);
        for (String code : List.of("woman", "man", "unknown")) {
            Account alone = account("samboradet", Map.of(Dimension.SEX, code), null);
            for (int i = 0; i < alone.figures().size(); i++) {
                Account.Shown figure = alone.figures().get(i);
                bySex.figures().get(i).by().stream()
                        .filter(slice -> slice.code().equals(code))
                        .filter(slice -> !figure.id().equals("volume"))
                        .forEach(slice -> {
                            assertThat(slice.count()).as(figure.id()).isEqualTo(figure.count());
                            assertThat(slice.parts()).as(figure.id()).isEqualTo(figure.parts());
                        });
            }
        }
    }
}

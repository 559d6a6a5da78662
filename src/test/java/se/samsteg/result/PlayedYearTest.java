package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;
import se.samsteg.programme.Programmes;

/** The year 2011 from the facts that staff record gives the same account as the year from an import. */
@SamstegTest
class PlayedYearTest {

    private static final Period YEAR = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));

    /** What an import does not tell: when a coach was appointed and a place was taken, and whose case it is. */
    private static final Set<String> OF_SAMSTEGS_OWN =
            Set.of("continuation", "goal4", "referrals.waiting", "time.waiting", "time.toCoach", "coaching.load");

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LiveAccounts accounts;

    @Autowired
    Imports imports;

    @Autowired
    Programmes programmes;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void empty() {
        world.begin(LocalDate.of(2012, 1, 2));
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case").update();
        world.begin(LocalDate.of(2012, 1, 2));
    }

    private List<Account.Shown> account() {
        return accounts.of(new Selection("samboradet", YEAR, Map.of(), Dimension.SEX)).figures().stream()
                .filter(figure -> !OF_SAMSTEGS_OWN.contains(figure.id()))
                .toList();
    }

    @Test
    void theAccountIsTheSameFromFactsAsFromAnImport() {
        TheYear2011.imported(imports, programmes.get("samboradet"));
        List<Account.Shown> imported = account();
        jdbc.sql("delete from counted_case").update();
        jdbc.sql("delete from taken_number").update();

        transactions.executeWithoutResult(status -> played());
        List<Account.Shown> played = account();
        for (int i = 0; i < imported.size(); i++) {
            assertThat(played.get(i))
                    .usingRecursiveComparison()
                    .ignoringFields("note") // which says how many are imported
                    .isEqualTo(imported.get(i));
        }
        assertThat(played)
                .filteredOn(figure -> figure.id().equals("goal1"))
                .singleElement()
                .satisfies(goal -> {
                    assertThat(goal.count()).isEqualTo(2);
                    assertThat(goal.of()).isEqualTo(19);
                    assertThat(goal.missing()).isEqualTo(4);
                });
    }

    private void played() {
        LocalDate sitting = LocalDate.of(2011, 3, 1);
        LocalDate earlier = LocalDate.of(2010, 3, 1);
        UUID now = sitting(sitting);
        UUID then = sitting(earlier);
        for (int i = 1; i <= 47; i++) {
            String number = "SB-2011-9%03d".formatted(i);
            boolean admitted = i <= 36;
            referred(number, "fk", i % 2 == 0 ? "man" : "woman", LocalDate.of(2011, 2, 1), admitted ? null : sitting);
            assessed(number, now, sitting, admitted);
        }
        for (int i = 1; i <= 23; i++) {
            String number = "SB-2010-9%03d".formatted(i);
            LocalDate exit = LocalDate.of(2011, 6, 1);
            referred(number, "soc", "woman", LocalDate.of(2010, 2, 1), exit);
            assessed(number, then, earlier, true);
            fact(number, "exit-measurement", exit, measured(TheYear2011.health(i)));
            fact(
                    number,
                    "exit-outcome",
                    exit,
                    "{\"exitOn\": \"%s\", \"mainOutcome\": \"%s\"}".formatted(exit, TheYear2011.outcome(i)));
        }
        jdbc.sql("insert into changed_case (case_number) select case_number from case_file")
                .update();
    }

    private static String measured(@Nullable String health) {
        return health == null
                ? "{\"measured\": \"no\", \"missingReason\": \"unreachable\"}"
                : "{\"measured\": \"yes\", \"healthSinceStart\": \"%s\"}".formatted(health);
    }

    private UUID sitting(LocalDate day) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into sitting (id, programme, day, starts_at, place, opened)
                        values (?, 'samboradet', ?, '09:00', 'Lokalen', true)""").params(id, day).update();
        return id;
    }

    private void referred(String number, String authority, String sex, LocalDate day, @Nullable LocalDate closed) {
        UUID person = UUID.randomUUID();
        jdbc.sql("""
                        insert into person (id, no_number_reason, first_name, last_name, sex, municipality, tenant)
                        values (?, 'prov', 'Bo', 'Ek', ?, '0127', 'botkyrka')""").params(person, sex).update();
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on, closed_on)
                        values (?, 'samboradet', ?, 'handlaggare.fk', ?, ?, ?)""").params(number, person, authority, day, closed).update();
        fact(number, "referral-referral", day, "{\"sex\": \"%s\"}".formatted(sex));
    }

    private void assessed(String number, UUID sitting, LocalDate day, boolean admitted) {
        jdbc.sql("insert into agenda (sitting, case_number, assessed_on) values (?, ?, ?)")
                .params(sitting, number, day)
                .update();
        fact(
                number,
                "conference-assessment",
                day,
                admitted
                        ? "{\"decision\": \"admit\", \"preliminaryPlan\": \"Börja i grupp\"}"
                        : "{\"decision\": \"recommend\", \"recommendation\": \"Kontakt med vårdcentral\"}");
    }

    private void fact(String number, String kind, LocalDate day, String content) {
        jdbc.sql("""
                        insert into fact (id, case_number, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, ?, '1', 'coach1', 'coach', ?::date + time '12:00', ?::jsonb)""").params(UUID.randomUUID(), number, kind, day, content).update();
    }
}

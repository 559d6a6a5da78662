package se.samsteg.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import se.samsteg.result.AnnualAccounts;

/** A January: the year before is gone through and signed, on the lead's calendar. */
@SamstegTest
class ClosingTest {

    private static final String LEAD = "projektledare1";
    private static final String STEERING = "styrgrupp1";
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);
    private static final LocalDate FIRST_WORKING_DAY = LocalDate.of(2027, 1, 4);

    @Autowired
    World world;

    @Autowired
    ClosingYears years;

    @Autowired
    AnnualAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theYearDrawsToItsEnd() {
        world.begin(NOVEMBER);
        imported("SB-2026-9001", null);
        imported("SB-2026-9002", "better");
        years.open("samboradet", 2026);
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
    }

    private void imported(String number, @Nullable String health) {
        jdbc.sql("""
                        insert into counted_case (case_number, programme, referred_on, authority, sex, exit_on, main_outcome,
                          health_at_exit, health_missing_reason)
                        values (?, 'samboradet', '2026-02-01', 'fk', 'woman', '2026-10-01', 'studies', ?, ?)""")
                .params(number, health, health == null ? "unreachable" : null)
                .update();
    }

    private void signs() {
        world.completes(LEAD, "userTask_sign", null, Map.of("confirmed", true, "comment", "Ett bra år."));
    }

    private void again(int year, @Nullable String reason) {
        // Tasklist sends an empty field too.
        Map<String, Object> form = Map.of("year", year, "reason", reason == null ? "" : reason);
        world.starts(LEAD, "closing", form);
    }

    @Test
    void onTheFirstWorkingDayTheLeadSeesWhatIsMissingAndSigns() {
        world.passesTo(FIRST_WORKING_DAY.minusDays(1));
        assertThat(world.openTasks(null)).doesNotContain("userTask_sign");
        world.passesTo(FIRST_WORKING_DAY);

        assertThat(world.shown(LEAD, "userTask_sign", null, "year")).isEqualTo("2026");
        assertThat(world.shown(LEAD, "userTask_sign", null, "missing").toString())
                .contains("Bättre hälsa vid avslut kunde inte mätas för 1 av 2");
        signs();

        assertThat(accounts.version("samboradet", 2026)).isEqualTo(1);
        assertThat(accounts.signed("samboradet", 2026, 1)).isPresent();
        assertThat(world.endsOf("closing")).containsExactly("endEvent_signed");
        assertThat(world.mailTo(STEERING)).anyMatch(letter -> letter.contains("Årsbokslutet för 2026 är signerat"));
        world.passesTo(LocalDate.of(2028, 1, 3));
        assertThat(world.shown(LEAD, "userTask_sign", null, "year")).isEqualTo("2027");
    }

    @Test
    void theLeadIsRemindedAfterAFortnightAndTheSteeringGroupIsToldAfterAMonth() {
        world.passesTo(FIRST_WORKING_DAY.plusDays(14));
        assertThat(world.mailTo(LEAD)).anyMatch(letter -> letter.contains("Årsbokslutet för 2026 väntar"));
        assertThat(world.mailTo(STEERING)).noneMatch(letter -> letter.contains("Årsbokslutet"));

        world.passesTo(FIRST_WORKING_DAY.plusMonths(1));

        assertThat(world.mailTo(STEERING))
                .anyMatch(letter -> letter.contains("Årsbokslutet för 2026 är inte signerat"));
        signs();
        assertThat(accounts.version("samboradet", 2026)).isEqualTo(1);
    }

    @Test
    void aSignedYearIsSignedAnewWithAReason() {
        world.passesTo(FIRST_WORKING_DAY);
        signs();

        assertThatThrownBy(() -> again(2026, null)).hasMessageContaining("året är redan signerat");
        again(2026, "En remiss var fel.");
        assertThat(world.shown(LEAD, "userTask_sign", null, "reason")).isEqualTo("En remiss var fel.");
        signs();

        assertThat(accounts.version("samboradet", 2026)).isEqualTo(2);
        assertThat(accounts.signed("samboradet", 2026, 1)).isPresent();
    }

    @Test
    void anEarlierYearOfImportedCasesIsSignedToo() {
        again(2011, null);
        signs();

        assertThat(accounts.version("samboradet", 2011)).isEqualTo(1);
    }

    @Test
    void aYearThatGoesOnOrWaitsAlreadyIsRefused() {
        assertThatThrownBy(() -> again(2026, null)).hasMessageContaining("ange ett år som har tagit slut");
        again(2011, null);
        assertThatThrownBy(() -> again(2011, null)).hasMessageContaining("väntar redan på att signeras");
    }
}

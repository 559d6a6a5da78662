package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

/** After a migration that counts all cases anew they are written page by page, and what was written stays. */
@SamstegTest
class CountedCasesTest {

    private static final int CASES = 2 * CountedCases.PAGE + 1;

    @Autowired
    World world;

    @Autowired
    CountedCases cases;

    @Autowired
    CountedAtStart start;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void allCasesAreNoted() {
        world.begin(LocalDate.of(2027, 1, 11));
        jdbc.sql("""
                        with someone as (
                          insert into person (id, no_number_reason, birth_date, first_name, last_name, sex, municipality, tenant)
                          values (gen_random_uuid(), 'asylsökande', '1980-05-01', 'Annegret', 'Snodropp', 'woman', 'Botkyrka', 'botkyrka')
                          returning id)
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on)
                        select 'SB-2026-' || lpad(n::text, 4, '0'), 'samboradet', id, 'handlaggare.fk', 'fk', '2026-03-02'
                        from someone, generate_series(1, ?) n""").param(CASES).update();
        jdbc.sql("insert into changed_case (case_number) select case_number from case_file order by 1")
                .update();
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from case_file").update();
        jdbc.sql("delete from counted_case").update();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void whatWasWrittenBeforeARequestWasCutShortStaysAndTheNextGoesOn() {
        String last = "SB-2026-" + CASES;
        jdbc.sql("""
                        insert into fact (id, case_number, kind, form_version, recorded_by, role, recorded_at, content)
                        values (gen_random_uuid(), ?, 'intake-talk', '1', 'coach1', 'coach', now(),
                          '{"outcome": "held", "heldOn": "no day"}')""").param(last).update();

        assertThatThrownBy(cases::refresh).isInstanceOf(DataAccessException.class);

        assertThat(rows("changed_case")).isEqualTo(1);
        assertThat(rows("counted_case")).isEqualTo(CASES - 1);

        jdbc.sql("delete from fact where case_number = ?").param(last).update();
        cases.refresh();

        assertThat(rows("changed_case")).isZero();
        assertThat(rows("counted_case")).isEqualTo(CASES);
    }

    @Test
    void aStartWritesThemBesideWhatElseItDoes() throws InterruptedException {
        start.begin().join();

        assertThat(rows("counted_case")).isEqualTo(CASES);
        assertThat(rows("changed_case")).isZero();
    }
}

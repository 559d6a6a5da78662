package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.engine.TestDatabase;

/** Persons from before they belonged to an association, in a database of their own. */
class PersonMigrationTest {

    private static final String URL = TestDatabase.url("persons");

    private final JdbcClient jdbc = TestDatabase.superuser("persons");

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(URL, "postgres", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void aPersonWithCasesInTwoAssociationsBecomesAPersonInEach() {
        migrateTo("20");
        jdbc.sql("""
                        with anna as (
                          insert into person (id, identity_number, first_name, last_name, sex,
                            municipality, contact, protected_identity)
                          values ('00000000-0000-0000-0000-000000000001', '198001019804', 'Anna', 'Ek', 'woman', 'Botkyrka',
                            '070', true)),
                        bo as (
                          insert into person (id, no_number_reason, first_name, last_name, sex, municipality)
                          values ('00000000-0000-0000-0000-000000000002', 'nyanländ', 'Bo', 'Alm', 'man', 'Botkyrka'),
                                 ('00000000-0000-0000-0000-000000000003', 'nyanländ', 'Caseless', 'Alm', 'man', 'Botkyrka'))
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on)
                        values ('SB-2026-0001', 'samboradet', '00000000-0000-0000-0000-000000000001', 'a', 'fk', '2026-01-01'),
                               ('SB-2026-0002', 'samboradet', '00000000-0000-0000-0000-000000000002', 'a', 'fk', '2026-01-01'),
                               ('AMA-2026-0001', 'ama', '00000000-0000-0000-0000-000000000001', 'a', 'fk', '2026-01-01')
                        """).update();

        migrateTo("21");

        assertThat(jdbc.sql("""
                                select c.case_number || ' ' || p.tenant || ' ' || p.first_name || ' '
                                  || coalesce(p.identity_number, '-') || ' ' || p.protected_identity
                                from case_file c join person p on p.id = c.person
                                order by 1""").query(String.class).list())
                .isEqualTo(List.of(
                        "AMA-2026-0001 stockholm Anna 198001019804 true",
                        "SB-2026-0001 botkyrka Anna 198001019804 true",
                        "SB-2026-0002 botkyrka Bo - false"));
        assertThat(jdbc.sql("select count(*) from person").query(Long.class).single())
                .isEqualTo(3);
    }
}

package se.samsteg.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samsteg.engine.TestDatabase;

/** On a database of its own, with the roles of an installation. */
class LogCheckTest {

    private static final String URL = TestDatabase.withRoles("logcheck");

    private final JdbcClient superuser = TestDatabase.superuser("logcheck");

    @BeforeEach
    void aLogAndAnotherApplication() {
        superuser.sql("drop schema log cascade").update();
        superuser.sql("create schema log authorization samsteg_log").update();
        superuser
                .sql("do $$ begin if not exists (select from pg_roles where rolname = 'logcheck_app') then "
                        + "create role logcheck_app login; end if; end $$")
                .update();
        Flyway.configure()
                .dataSource(URL, "samsteg_log", "")
                .schemas("log")
                .locations("classpath:db/log")
                .placeholders(Map.of("application", "logcheck_app"))
                .load()
                .migrate();
    }

    @AfterEach
    void asItWas() {
        superuser.sql("alter role logcheck_app nosuperuser").update();
        superuser
                .sql("revoke samsteg_log, pg_write_all_data, pg_write_server_files from logcheck_app")
                .update();
        superuser.sql("alter database logcheck owner to postgres").update();
    }

    private static LogCheck check(String role) {
        return new LogCheck(new DriverManagerDataSource(URL, role, ""));
    }

    @Test
    void aDatabaseUserWhoMayOnlyInsertStarts() {
        assertThat(check("logcheck_app")).isNotNull();
    }

    @Test
    void theLogsOwnerIsRefused() {
        assertThatThrownBy(() -> check("samsteg_log"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("owns the access log");
    }

    @ParameterizedTest
    @CsvSource({
        "alter role logcheck_app superuser, is a superuser",
        "grant samsteg_log to logcheck_app, owns the access log",
        "alter schema log owner to logcheck_app, owns the access log",
        "alter database logcheck owner to logcheck_app, owns the database",
        "grant update on log.access_log to logcheck_app, may change",
        "grant update (denied) on log.access_log to public, may change",
        "grant delete on log.access_log to logcheck_app, may delete",
        "grant truncate on log.access_log to public, may delete",
        "grant insert on log.access_log to logcheck_app, may say when",
        "grant insert (viewed_at) on log.access_log to public, may say when",
        "grant trigger on log.access_log to logcheck_app, triggers",
        "grant pg_write_all_data to logcheck_app, may delete",
        "grant pg_write_server_files to logcheck_app, write files"
    })
    void aDatabaseUserWhoMayFalsifyTheLogIsRefused(String grant, String said) {
        superuser.sql(grant).update();

        assertThatThrownBy(() -> check("logcheck_app"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SPRING_DATASOURCE_USERNAME is wrong")
                .hasMessageContaining(said);
    }
}

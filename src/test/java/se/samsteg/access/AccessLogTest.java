package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;

@SamstegTest
class AccessLogTest {

    private static final String INSERT = """
            insert into log.access_log (user_id, role, authority, what, which)
            values ('coach1', 'coach', 'own', 'form', '%s')""";

    @Autowired
    JdbcClient application;

    @Test
    void theApplicationIsNotTheOwnerAndAddsToTheLog() {
        assertThat(application.sql("select current_user").query(String.class).single())
                .isEqualTo("samsteg_app");
        assertThatCode(() -> application.sql(INSERT.formatted("alert-handling")).update())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into log.access_log (viewed_at, user_id, role, authority, what) values ('2020-01-01', 'coach2', 'coach', 'own', 'form')",
                "insert into log.access_log (id, user_id, role, authority, what) overriding system value values (1, 'coach2', 'coach', 'own', 'form')",
                "alter table log.access_log alter column viewed_at set default '2020-01-01'",
                "alter sequence log.access_log_id_seq restart",
                "select setval('log.access_log_id_seq', 1)",
                "update log.access_log set user_id = 'coach2'",
                "update log.access_log set denied = null",
                "delete from log.access_log",
                "truncate log.access_log",
                "drop table log.access_log",
                "drop schema log cascade",
                "alter table log.access_log disable trigger all",
                "alter table log.access_log owner to samsteg_app",
                "alter table log.access_log rename to forgotten",
                "create trigger forget before insert on log.access_log for each row execute function suppress_redundant_updates_trigger()",
                "create rule forget as on insert to log.access_log do instead nothing",
                "grant delete on log.access_log to samsteg_app",
                "set role samsteg_log",
                "alter role samsteg_app superuser",
                "delete from log.flyway_schema_history"
            })
    void theApplicationTakesNothingBack(String attempt) {
        application.sql(INSERT.formatted("alert-handling")).update();
        long before = rows();

        // PostgreSQL answers a grant by a role without the grant option with a warning only.
        if (!attempt.startsWith("grant")) {
            assertThatThrownBy(() -> application.sql(attempt).update()).hasStackTraceContaining("ERROR: ");
        } else {
            assertThatThrownBy(() -> {
                        application.sql(attempt).update();
                        application.sql("delete from log.access_log").update();
                    })
                    .hasStackTraceContaining("permission denied");
        }

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void theLogTakesCodesAndNoSentences() {
        assertThatThrownBy(() -> application.sql(INSERT.formatted("Anna Ek")).update())
                .hasMessageContaining("check");
    }

    @Test
    void theTimeOfAViewComesFromTheDatabaseClock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2031-01-01T12:00:00Z")));
        try {
            long id = application
                    .sql(INSERT.formatted("alert-handling") + " returning id")
                    .query(Long.class)
                    .single();
            assertThat(application.sql("""
                                    select viewed_at between clock_timestamp() - interval '1 minute' and clock_timestamp()
                                    from log.access_log where id = ?""").param(id).query(Boolean.class).single())
                    .isTrue();
        } finally {
            ClockUtil.reset();
        }
    }

    private long rows() {
        return application
                .sql("select count(*) from log.access_log")
                .query(Long.class)
                .single();
    }
}

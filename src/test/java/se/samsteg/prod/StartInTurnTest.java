package se.samsteg.prod;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samsteg.engine.TestDatabase;

class StartInTurnTest {

    private final DataSource database = new DriverManagerDataSource(TestDatabase.url("turns"), "postgres", "");

    @Test
    @Timeout(30)
    void aSecondNodeWaitsUntilTheFirstHasStarted() throws Exception {
        var first = new StartInTurn(database);
        var second = CompletableFuture.supplyAsync(this::node);
        while (waiting() == 0) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();

        first.close();

        second.get(10, TimeUnit.SECONDS).close();
        try (var third = node()) {
            assertThat(third).isNotNull();
        }
    }

    private StartInTurn node() {
        try {
            return new StartInTurn(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting() {
        return JdbcClient.create(database)
                .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Integer.class)
                .single();
    }
}

package se.samsteg.prod;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nodes on one database start one after the other, from the first table until everything is installed: started at the
 * same moment on a new database or version, each would find the same things missing and all but one would fail.
 */
@Component
@Profile("prod")
class StartInTurn implements FlywayMigrationStrategy, AutoCloseable {

    /** Any number, the same on every node. */
    static final long LOCK = 7_301_001L;

    private final Connection turn;

    /** Waits for its turn. PostgreSQL gives the turn on when a node that has it dies. */
    StartInTurn(DataSource database) throws SQLException {
        turn = database.getConnection();
        try (var statement = turn.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    @Override
    public void migrate(Flyway flyway) {
        flyway.migrate();
    }

    @EventListener
    void started(ApplicationReadyEvent ready) throws SQLException {
        close();
    }

    /** Also when the start fails. */
    @Override
    public void close() throws SQLException {
        if (turn.isClosed()) {
            return;
        }
        try (turn;
                var statement = turn.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}

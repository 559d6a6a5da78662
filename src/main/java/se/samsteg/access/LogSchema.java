package se.samsteg.access;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Brings the access log's own schema up to date as its owner, a database role for this alone: the application works as
 * another role, which may read the log and add to it. See {@code db/roles.sql}.
 */
@Component
@DependsOn("flywayInitializer")
class LogSchema {

    private final JdbcClient owner;

    LogSchema(
            JdbcConnectionDetails application,
            @Value("${samsteg.log.username}") String owner,
            @Value("${samsteg.log.password}") String password) {
        var source = new DriverManagerDataSource(application.getJdbcUrl(), owner, password);
        this.owner = JdbcClient.create(source);
        Flyway.configure()
                .dataSource(source)
                .schemas("log")
                .locations("classpath:db/log")
                .placeholders(Map.of("application", application.getUsername()))
                .load()
                .migrate();
    }

    /** The owner's connection, for erasing old rows, which the application's own role may not do. */
    JdbcClient owner() {
        return owner;
    }
}

package se.samsteg.access;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Brings the access log's own schema up to date as its owner, who is nobody else: the application works as another role,
 * which may read the log and add to it. See {@code db/roles.sql}.
 */
@Component
@DependsOn("flywayInitializer")
class LogSchema {

    LogSchema(
            JdbcConnectionDetails application,
            @Value("${samsteg.log.username}") String owner,
            @Value("${samsteg.log.password}") String password) {
        Flyway.configure()
                .dataSource(application.getJdbcUrl(), owner, password)
                .schemas("log")
                .locations("classpath:db/log")
                .placeholders(Map.of("application", application.getUsername()))
                .load()
                .migrate();
    }
}

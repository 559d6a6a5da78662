package se.samsteg.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Gives the requests of users a pool of connections of their own beside that of all other work, so that neither takes the
 * other's, and each has its own limit for a statement without a word more to the database: the limit comes with the
 * connection. What a browser no longer waits for ends by itself.
 */
@Component
class ConnectionPools implements BeanPostProcessor, EnvironmentAware, DisposableBean {

    private @Nullable Environment environment;
    private @Nullable HikariDataSource requests;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource work)) {
            return bean;
        }
        HikariConfig own = new HikariConfig();
        work.copyStateTo(own);
        own.setPoolName("requests");
        own.setMaximumPoolSize(setting("requests.connections", Integer.class));
        own.setConnectionTimeout(setting("requests.wait", Duration.class).toMillis());
        own.setConnectionInitSql(limit("requests.statement") + "; set idle_in_transaction_session_timeout = "
                + setting("requests.idle", Duration.class).toMillis());
        requests = new HikariDataSource(own);
        work.setPoolName("work");
        work.setConnectionInitSql(limit("work.statement"));
        return new Routing(requests, work);
    }

    private String limit(String name) {
        return "set statement_timeout = " + setting(name, Duration.class).toMillis();
    }

    private <T> T setting(String name, Class<T> type) {
        if (environment == null) {
            throw new IllegalStateException("no settings");
        }
        return environment.getRequiredProperty("samsteg.database." + name, type);
    }

    @Override
    public void destroy() {
        if (requests != null) {
            requests.close();
        }
    }

    /** By whether the thread answers a request. */
    private static final class Routing extends AbstractRoutingDataSource {

        Routing(DataSource requests, DataSource work) {
            setTargetDataSources(Map.of(true, requests, false, work));
            setDefaultTargetDataSource(work);
            initialize();
        }

        @Override
        protected Object determineCurrentLookupKey() {
            return RequestContextHolder.getRequestAttributes() != null;
        }
    }

    /** A migration may rewrite a whole table: {@link Flyway} has a connection of its own. */
    @Bean
    static FlywayConfigurationCustomizer migration(JdbcConnectionDetails database, Environment environment) {
        Duration statement = environment.getRequiredProperty("samsteg.database.migration.statement", Duration.class);
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .initSql("set statement_timeout = " + statement.toMillis());
    }
}

package se.samsteg.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One real PostgreSQL for all tests of a run, with a database of its own for each name asked for. */
public final class TestDatabase {

    private static volatile boolean usedBySpring;
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (!usedBySpring) {
                    stop(server);
                }
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An application whose database goes first waits for it until Surefire kills it: stops the server after it. */
    public static synchronized void stopAfterSpring() {
        if (!usedBySpring) {
            usedBySpring = true;
            SpringApplication.getShutdownHandlers().add(() -> stop(SERVER));
        }
    }

    /** JDBC address of an empty database; a name that was asked for before gives the same database again. */
    public static synchronized String url(String name) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var known = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'");
            if (!known.next()) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** As the superuser, who may do everything in the database. */
    public static JdbcClient superuser(String name) {
        return JdbcClient.create(new DriverManagerDataSource(url(name)));
    }

    /** As {@link #url}, with the roles that an installation has; the user is not in the address. */
    public static synchronized String withRoles(String name) {
        String superuser = url(name);
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute(new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:%d/%s".formatted(SERVER.getPort(), name);
    }
}

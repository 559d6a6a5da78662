package se.samsteg.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A real PostgreSQL that starts and stops with the application and keeps its data in {@code <data>/postgres}. Its log is
 * {@code <data>/postgres.log}.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private final FileChannel lock;
    private final EmbeddedPostgres postgres;

    /**
     * @param data made if it is not there
     * @throws DataInUse if another Samsteg runs on the same folder
     */
    EmbeddedDatabase(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            lock = lock(folder);
            try {
                // No other process holds the folder, so a server that still runs on it lost its application in a crash.
                new Orphan(folder.resolve("postgres")).clear();
                postgres = start(folder);
                roles(postgres);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("samsteg.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new DataInUse(folder);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return null;
        }
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        Redirect log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                // Where the binaries are unpacked: a folder of one's own, or the first user locks out the next.
                .setOverrideWorkingDirectory(new File(
                        System.getProperty("java.io.tmpdir"), "samsteg-postgres-" + System.getProperty("user.name")))
                // The library's own hook would race the closing of the connection pool.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // The library is made for tests and starts the server with both of these off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // Its roles have no passwords.
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("timezone", "Europe/Stockholm")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "60")
                // The same on every machine, independent of its installed locales.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start();
    }

    /** The roles of an installation; they need no password and can be reached from this machine only. */
    private static void roles(EmbeddedPostgres server) throws IOException {
        String roles = new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(roles);
        } catch (SQLException e) {
            server.close();
            throw new IOException(e);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    }

    /** As whom the application works. */
    String user() {
        return "samsteg_app";
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close();
        } finally {
            lock.close();
        }
    }
}

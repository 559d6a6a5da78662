package se.samsteg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @Test
    void whatWasCommittedIsOnDiskAndThereAfterARestart() throws Exception {
        try (var database = new EmbeddedDatabase(data)) {
            var sql = connect(database.url());
            sql.sql("create table note as select 'kvar' as text").update();

            assertThat(show(sql, "fsync")).isEqualTo("on");
            assertThat(show(sql, "synchronous_commit")).isEqualTo("on");
        }
        try (var restarted = new EmbeddedDatabase(data)) {
            assertThat(notes(restarted)).isEqualTo("kvar");
        }
    }

    @Test
    void theServerOfAKilledApplicationIsClearedAwayAndItsDataKept() throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        data.toString())
                .redirectError(data.resolve("application.log").toFile())
                .start();
        long orphan;
        try (var said =
                new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.lines().anyMatch(Application.WRITTEN::equals)).isTrue();
            orphan = serverPid();
        } finally {
            application.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var next = new EmbeddedDatabase(data)) {
            assertThat(serverPid()).isNotEqualTo(orphan);
            assertThat(notes(next)).isEqualTo("kvar");
        }
    }

    /** Starts on the folder it is given, writes, says so and stays until it is killed. */
    static final class Application {

        static final String WRITTEN = "written";

        public static void main(String[] folder) throws Exception {
            var database = new EmbeddedDatabase(Path.of(folder[0]));
            connect(database.url())
                    .sql("create table note as select 'kvar' as text")
                    .update();
            System.out.println(WRITTEN);
            Thread.currentThread().join();
        }
    }

    @Test
    void aProcessThatGotTheNumberOfADeadServerIsLeftAlone() throws Exception {
        try (var database = new EmbeddedDatabase(data)) {
            connect(database.url())
                    .sql("create table note as select 'kvar' as text")
                    .update();
        }
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    data.resolve("postgres/postmaster.pid"),
                    "%d%n%s%n".formatted(stranger.pid(), data.resolve("postgres")));

            try (var next = new EmbeddedDatabase(data)) {
                assertThat(notes(next)).isEqualTo("kvar");
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = new EmbeddedDatabase(data)) {
            assertThatThrownBy(() -> new EmbeddedDatabase(data))
                    .isInstanceOf(DataInUse.class)
                    .hasMessageContaining(data.toString());
            assertThat(show(connect(first.url()), "server_version")).startsWith("17.");
        }
    }

    private long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static String notes(EmbeddedDatabase database) {
        return connect(database.url())
                .sql("select text from note")
                .query(String.class)
                .single();
    }

    private static String show(JdbcClient sql, String setting) {
        return Objects.requireNonNull(
                sql.sql("show " + setting).query(String.class).single());
    }

    private static JdbcClient connect(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }
}

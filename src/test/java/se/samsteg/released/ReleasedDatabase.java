package se.samsteg.released;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import se.samsteg.engine.TestDatabase;

/** The demo database as a release left it, {@code src/test/released/<commit>/demo.sql.gz}. */
public final class ReleasedDatabase {

    static final Path RELEASED = Path.of("src/test/released");
    private static final String DUMP = "demo.sql.gz";

    private ReleasedDatabase() {}

    /** The commits of which there is a dump; of others only the models are kept. */
    public static List<String> commits() {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.filter(folder -> Files.exists(folder.resolve(DUMP)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a database of the test server into what a release left.
     *
     * @param database its name; it is empty
     */
    public static void restore(String commit, String database) {
        restore(RELEASED.resolve(commit).resolve(DUMP), database);
    }

    static void restore(Path dump, String database) {
        try (var lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8));
                Connection superuser = DriverManager.getConnection(TestDatabase.url(database));
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
            for (String sql = next(lines); sql != null; sql = next(lines)) {
                if (sql.startsWith("copy ")) {
                    copy.copyIn(sql, new StringReader(rows(lines)));
                } else {
                    statement.execute(sql);
                }
            }
            superuser.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String next(BufferedReader lines) throws IOException {
        StringBuilder statement = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                return statement.toString();
            }
        }
        return null;
    }

    private static String rows(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line = lines.readLine(); !"\\.".equals(line); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return rows.toString();
    }
}

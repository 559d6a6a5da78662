package se.samsteg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the processes of a database server on this machine have taken of its processors. */
final class PostgresCpu {

    private final ProcessHandle server;

    /** By process, those included that have ended, such as a worker of autovacuum. */
    private final Map<Long, Long> nanos = new HashMap<>();

    PostgresCpu(JdbcClient database) throws IOException {
        Path data =
                Path.of(database.sql("show data_directory").query(String.class).single());
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** In nanoseconds, though the system counts in hundredths of a second. */
    long nanos() {
        Stream.concat(Stream.of(server), server.children())
                .forEach(process -> nanos.merge(
                        process.pid(),
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos(),
                        Math::max));
        return nanos.values().stream().mapToLong(Long::longValue).sum();
    }
}

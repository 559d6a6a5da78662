package se.samsteg.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that is left running when the application is killed. It holds the data directory, so the next
 * start would fail.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final int PATIENCE_SECONDS = 10;

    private final Path directory;
    private final Path pidFile;

    /** @param directory an absolute PostgreSQL data directory on which no server should run */
    Orphan(Path directory) {
        this.directory = directory;
        this.pidFile = directory.resolve("postmaster.pid");
    }

    /** Stops the server if there is one, and takes away what makes the next one believe that there is. */
    void clear() throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        var server = server();
        if (server.isPresent()) {
            LOG.info(
                    "Stopping the PostgreSQL server that the last run left behind (pid {})",
                    server.get().pid());
            stop(server.get());
        }
        // Still there after a power cut, and its number may by now belong to any process.
        Files.deleteIfExists(pidFile);
    }

    /** The process of the pid file, if it really is a PostgreSQL server on this directory and not its successor in number. */
    Optional<ProcessHandle> server() throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isServer);
    }

    private boolean isServer(ProcessHandle process) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        boolean here =
                process.info().arguments().map(List::of).orElse(List.of()).contains(directory.toString());
        return postgres && here;
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // A client is still connected to the server. What was committed is on disk.
            server.destroyForcibly();
            server.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package se.samsteg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A folder with a {@code package.json}, and what npm does there. */
public record Npm(Path folder) {

    /** Aborts the test on a machine without Node or npm, except where {@code CI} is set: there it fails. */
    public static void assumeInstalled(String untested) {
        String path = String.valueOf(System.getenv("PATH"));
        boolean installed = List.of("node", "npm").stream()
                .allMatch(program -> Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(home -> Files.isExecutable(Path.of(home, program))));
        if (System.getenv("CI") == null && !installed) {
            String message = "NODE OR NPM IS MISSING: " + untested + "; install Node 20 with npm";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    /** Installs what the lock file has, unless that is there already. */
    public void install() throws IOException, InterruptedException {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(folder.resolve("package-lock.json")))
                        >= 0) {
            return;
        }
        Said ci = run("ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assertThat(ci.exitCode()).as("npm ci: %s", ci.output()).isZero();
    }

    /** @return the exit code, and what npm wrote to both of its streams */
    public Said run(String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile("npm", ".log");
        try {
            // Not the streams of this process: Surefire talks to it through them, and Node makes them non-blocking.
            Process npm = new ProcessBuilder(command(arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(npm.waitFor(3, TimeUnit.MINUTES))
                    .as("npm %s", List.of(arguments))
                    .isTrue();
            return new Said(npm.exitValue(), Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    private static List<String> command(String... arguments) {
        return Stream.concat(Stream.of("npm"), Arrays.stream(arguments)).toList();
    }

    public record Said(int exitCode, String output) {}
}

package se.samsteg.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.samsteg.Samsteg;

/** The whole application in a process of its own, which runs its jobs itself and can be killed as a machine that stops. */
final class Node implements AutoCloseable {

    private final Process process;
    private final Path log;

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Begins to start.
     *
     * @param name of the file for its log
     * @param url of a database that has an installation's roles
     * @param mailPort of a mail server on this machine
     * @param ahead how far its clock is ahead of this machine's, in milliseconds
     */
    static Node starts(String name, String url, int mailPort, long ahead) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Duser.timezone=Europe/Stockholm",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                Long.toString(ahead)));
        command.addAll(List.of(
                "--server.port=0",
                "--samsteg.refusals-looked-for=-",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=samsteg_app",
                "--spring.datasource.password=",
                "--samsteg.log.username=samsteg_log",
                "--samsteg.log.password=",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailPort));
        Path log = Path.of("target", "node-" + name + ".log");
        return new Node(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    public static void main(String[] arguments) {
        ClockUtil.offset(Long.parseLong(arguments[0]));
        new SpringApplicationBuilder(Samsteg.class)
                .profiles("test")
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    boolean hasStarted() throws IOException {
        return Files.readString(log).contains("Started Node in");
    }

    boolean runs() {
        return process.isAlive();
    }

    /** At once and in the middle of its work: SIGKILL. */
    void isKilled() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        isKilled();
    }
}

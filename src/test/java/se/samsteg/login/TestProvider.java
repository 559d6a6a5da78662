package se.samsteg.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsteg.Npm;

/** An identity provider in a process of its own, {@code src/test/provider}, and what a test makes it say. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "samsteg";
    static final String SECRET = "a secret of the test";

    private static final Path HOME = Path.of("src/test/provider");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient test = HttpClient.newHttpClient();
    private final int port;
    private @Nullable Process process;

    TestProvider(int port) {
        this.port = port;
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    /** @param samsteg where it is */
    void start(String samsteg) throws IOException, InterruptedException {
        new Npm(HOME).install();
        process = new ProcessBuilder("node", "provider.mjs", String.valueOf(port), samsteg)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        List<String> said = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.equals("ready")) {
            said.add(line);
            line = output.readLine();
        }
        assertThat(line).as("%s", said).isEqualTo("ready");
        Thread reader = new Thread(() -> output.lines().forEach(System.err::println));
        reader.setDaemon(true);
        reader.start();
    }

    /** An account is there, and has these claims from now on. */
    void account(String id, Map<String, ? extends @Nullable Object> claims) throws IOException, InterruptedException {
        send("PUT", "accounts/" + id, JSON.writeValueAsString(claims));
    }

    void close(String id) throws IOException, InterruptedException {
        send("DELETE", "accounts/" + id, "");
    }

    /** See {@code provider.mjs}; nothing is as a provider should be. */
    void behaves(Map<String, ?> behaviour) throws IOException, InterruptedException {
        send("PUT", "behaviour", JSON.writeValueAsString(behaviour));
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/test/" + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        assertThat(test.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }
}

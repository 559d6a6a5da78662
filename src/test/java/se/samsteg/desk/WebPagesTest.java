package se.samsteg.desk;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;

@SamstegTest
class WebPagesTest {

    private static final Pattern NONCE = Pattern.compile("<script[^>]* nonce=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html")
                                .build(),
                        ofString(StandardCharsets.UTF_8));
    }

    @Test
    void thePolicyNamesThePagesOwnNonceAmongConcurrentRequests() throws Exception {
        List<Callable<Void>> visitors = Collections.nCopies(8, () -> {
            for (int visit = 0; visit < 40; visit++) {
                HttpResponse<String> page = get("/camunda/app/tasklist/default/");
                String policy =
                        page.headers().firstValue("Content-Security-Policy").orElseThrow();
                Matcher nonces = NONCE.matcher(page.body());
                assertThat(nonces.find()).isTrue();
                assertThat(policy).contains("'nonce-" + nonces.group(1) + "'");
            }
            return null;
        });
        ExecutorService street = Executors.newFixedThreadPool(visitors.size());
        try {
            for (Future<Void> visitor : street.invokeAll(visitors)) {
                visitor.get();
            }
        } finally {
            street.shutdown();
        }
    }

    @Test
    void aPageThatDoesNotExistSaysSoInSwedish() throws Exception {
        HttpResponse<String> page = get("/finns-inte");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Sidan finns inte.");
    }
}

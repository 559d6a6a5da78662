package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.engine.TestDatabase;

/** A client that sends slowly or asks for much keeps no other from working. Over real sockets, on the local network. */
@SamstegTest
class ExhaustionTest {

    /** How long another client may have to wait meanwhile; the machine of a test may be slow. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String ROLE = "samsteg_app";
    private static final int SLOW = 300;
    private static final int WIDE = 26;

    @LocalServerPort
    int port;

    @Autowired
    Environment settings;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Visit coach;

    @BeforeEach
    void aCoachIsLoggedIn() throws Exception {
        coach = new Visit(port).logIn("coach1");
        coach.get("camunda/app/welcome/default/");
    }

    @AfterEach
    void noClientAsksAnyMore() {
        threads.shutdownNow();
    }

    /** The cookies of a page that a browser without log-in has opened. */
    private List<String> cookies() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:%d/camunda/app/welcome/default/".formatted(port)))
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .map(cookie -> cookie.split(";", -1)[0])
                .toList();
    }

    /** Sends the beginning of a request, as a page would, and never the rest. */
    private final class Slow implements AutoCloseable {

        private final Socket socket = new Socket("localhost", port);
        private final BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        /** @param path below the routes of log-in and log-out */
        Slow(String path, String type, List<String> cookies) throws IOException {
            String token = cookies.stream()
                    .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                    .findFirst()
                    .orElseThrow()
                    .substring("XSRF-TOKEN=".length());
            say("POST /camunda/api/admin/auth/user/default/" + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Cookie: " + String.join("; ", cookies) + "\r\nX-XSRF-TOKEN: " + token + "\r\n"
                    + "Content-Type: " + type + "\r\nContent-Length: 100\r\n\r\n{");
        }

        private void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        /** The status of the answer; waits for it. */
        int status() throws IOException {
            String line = answer.readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void slowBodiesOfUnauthenticatedClientsKeepNoUserFromWorking() throws Exception {
        List<String> cookies = cookies();
        List<Slow> slow = new ArrayList<>();
        try {
            for (int n = 0; n < SLOW; n++) {
                slow.add(new Slow("login/welcome", "application/x-www-form-urlencoded", cookies));
            }
            assertThat(within(SOON, () -> coach.get("camunda/api/engine/engine/default/filter/count"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(within(SOON, () -> new Visit(port).tryToLogIn("coach2", "samsteg")))
                    .as("a client whose log-in comes as a whole")
                    .isEqualTo(200);

            long begun = System.nanoTime();
            List<Integer> answered = new ArrayList<>();
            for (Slow one : slow) {
                answered.add(one.status());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(settings.getRequiredProperty("samsteg.requests.body-time", Duration.class)
                            .plus(SOON));
            assertThat(answered).containsOnly(408, 503);
            assertThat(answered.stream().filter(status -> status == 408))
                    .hasSizeLessThanOrEqualTo(setting("without-login"));
        } finally {
            for (Slow one : slow) {
                one.close();
            }
        }
    }

    /** Who is not logged in needs no body to log out, and the server waits for none. */
    @Test
    void anAnswerThatWaitsForNoBodyIsTheAnswerThatWasMeant() throws Exception {
        try (Slow one = new Slow("logout", "application/json", cookies())) {
            assertThat(one.status()).isEqualTo(200);
        }
    }

    @Test
    void wideQueriesOfOneSessionEndAndHoldUpNoOtherSession() throws Exception {
        String list = "camunda/api/engine/engine/default/filter/"
                + filters.createTaskFilterQuery()
                        .filterName("Alla uppgifter")
                        .singleResult()
                        .getId() + "/list";
        Visit other = new Visit(port).logIn("coach2");
        List<Future<HttpResponse<byte[]>>> wide = new ArrayList<>();
        try (Connection locking = DriverManager.getConnection(TestDatabase.url("samsteg"))) {
            locking.setAutoCommit(false);
            locking.createStatement().execute("lock table act_ru_task in access exclusive mode");
            for (int n = 0; n < WIDE; n++) {
                wide.add(threads.submit(() -> coach.post(list, "{}")));
            }
            for (int n = 0; n < 5; n++) {
                assertThat(within(SOON, () -> other.get("camunda/api/engine/engine/default/process-definition/count"))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(waiting()).isLessThanOrEqualTo(setting("per-session"));
            }
            List<String> answered = new ArrayList<>();
            for (var one : wide) {
                HttpResponse<byte[]> answer = one.get();
                answered.add(answer.statusCode() + " " + Visit.text(answer));
            }
            assertThat(answered)
                    .anyMatch(answer -> answer.startsWith("503") && answer.contains("Försök igen"))
                    .allMatch(answer -> answer.startsWith("503") || answer.startsWith("429"))
                    .noneMatch(answer -> answer.contains("SQL") || answer.contains("persistence"));
            assertThat(waiting()).as("ended, though the table is still locked").isZero();
            locking.rollback();
        }
        assertThat(coach.post(list, "{}").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "select count(*) from pg_stat_activity where usename = ? and state like 'idle in transaction%'")
                        .param(ROLE)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Statements that wait for the locked table. */
    private long waiting() {
        return TestDatabase.superuser("samsteg")
                .sql("select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'")
                .param(ROLE)
                .query(Long.class)
                .single();
    }

    private int setting(String name) {
        return settings.getRequiredProperty("samsteg.requests." + name, Integer.class);
    }

    private static <T> T within(Duration time, Callable<T> asked) throws Exception {
        long begun = System.nanoTime();
        T answer = asked.call();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(time);
        return answer;
    }

    @Test
    void aRequestHasTenSecondsForAStatementAndAJobHasItsOwn() {
        assertThat(limit()).isEqualTo("5min");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            assertThat(limit()).isEqualTo("10s");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private String limit() {
        return jdbc.sql("show statement_timeout").query(String.class).single();
    }
}

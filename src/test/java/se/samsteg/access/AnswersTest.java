package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;

/** What every answer says, and what no request makes it say. */
@SamstegTest
class AnswersTest {

    private static final String ENGINE = "camunda/api/engine/engine/default/";

    @LocalServerPort
    int port;

    private Visit visit;

    @BeforeEach
    void aCoachIsLoggedIn() throws Exception {
        visit = new Visit(port).logIn("coach1");
        visit.get("camunda/app/welcome/default/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda/app/tasklist/default/",
                "camunda/app/tasklist/scripts/config.js",
                "camunda/app/tasklist/locales/sv.json",
                "camunda/api/engine/engine",
                ENGINE + "filter/count",
                ENGINE + "task/no-such-task",
                ENGINE + "no-such-route",
                "camunda/api/engine/engine/other/task",
                "camunda/app/tasklist/other/",
                "camunda/app/no-such-app/default/",
                "arende/SB-2001-0001",
                "no/such/page",
                "error",
                "error?a=b"
            })
    void everyAnswerKeepsWhereOneCameFromAndIsNoFaultOfTheServer(String path) throws Exception {
        for (String type : new String[] {null, "text/html;charset=no-such-charset", "nonsense"}) {
            var answer = visit.send("GET", path, type, null);
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
            assertThat(answer.headers().allValues("Permissions-Policy"))
                    .singleElement()
                    .asString()
                    .contains("camera=()", "microphone=()", "geolocation=()");
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.statusCode()).as(path + " " + type).isLessThan(500);
        }
    }

    @Test
    void thePageForErrorsIsNotAskedFor() throws Exception {
        assertThat(visit.get("error").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "arende/SB-2001-0001", "camunda/app/tasklist/default/", "error", "utloggad"})
    void pagesAreLookedAtAndNothingIsSentToThem(String path) throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertThat(visit.send(method, path, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .as(method)
                    .isIn(404, 405);
        }
        assertThat(visit.send("GET", path, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isIn(404, 415);
        assertThat(visit.get(ENGINE + "filter/count").statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestThatAnotherSiteMadeABrowserSendIsRefusedAndTheSessionGoesOn() throws Exception {
        for (String path : List.of(
                ENGINE + "task/x/unclaim",
                ENGINE + "process-definition/x/submit-form",
                "camunda/api/admin/auth/user/default/logout",
                "camunda/api/no/such/route")) {
            assertThat(visit.sendFromElsewhere(path, path.endsWith("logout") ? "" : "{}")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(visit.get(ENGINE + "filter/count").statusCode())
                    .as("after " + path)
                    .isEqualTo(200);
        }
        assertThat(visit.sendFromElsewhere("camunda/app/tasklist/default/", "{}")
                        .statusCode())
                .isEqualTo(405);
        assertThat(visit.get(ENGINE + "filter/count").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/camunda", "/camunda/", "/camunda/app", "/camunda/app/tasklist", "/arende/SB-2001-0001"})
    void whereToGoOnIsNotWhatTheRequestNames(String path) throws Exception {
        try (Socket socket = new Socket("localhost", port);
                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(answer.lines().toList()).noneMatch(line -> line.contains("evil.example"));
        }
    }
}

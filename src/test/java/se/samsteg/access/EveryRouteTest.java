package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.access.Criterion.Kind;
import se.samsteg.access.Routes.Route;
import se.samsteg.desk.Visit;

/** Every route of {@code access/routes.txt} takes what it declares and nothing else, from a user who may send it. */
@SamstegTest
class EveryRouteTest {

    private static final String JSON = "application/json";
    private static final byte[] OVERLONG = bytes("{\"name\":\"", 0xc1, 0xa1, "\"}");

    /** Keys that ask for values of forms, and others that no web application sends for our roles. */
    private static final List<String> CRITERIA = List.of(
            "{\"variables\":[{\"name\":\"note\",\"operator\":\"like\",\"value\":\"a%\"}]}",
            "{\"variables\":[]}",
            "{\"processVariables\":\"\"}",
            "{\"processVariables\":[{\"name\":\"note\",\"operator\":\"like\",\"value\":\"a%\"}]}",
            "{\"taskVariables\":[{\"name\":\"note\",\"operator\":\"like\",\"value\":\"a%\"}]}",
            "{\"caseInstanceVariables\":[{\"name\":\"note\",\"operator\":\"like\",\"value\":\"a%\"}]}",
            "{\"sorting\":[{\"sortBy\":\"executionVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"note\",\"type\":\"String\"}}]}",
            "{\"sorting\":[{\"sortBy\":\"taskVariable\",\"sortOrder\":\"asc\"}]}",
            "{\"orQueries\":[{\"processVariables\":[{\"name\":\"note\",\"operator\":\"eq\",\"value\":1}]}]}",
            "{\"orQueries\":[{\"orQueries\":[{\"name\":\"a\"}]}]}",
            "{\"orQueries\":[{},{},{},{},{},{}]}",
            "{\"assigneeExpression\":\"${probe}\"}",
            "{\"withVariablesInReturn\":true}",
            "{\"variableNamesIgnoreCase\":true}",
            "{\"tenantIdIn\":[\"stockholm\"]}",
            "{\"maxResults\":201}",
            "{\"maxResults\":-1}",
            "{\"userId\":{\"a\":1}}",
            "{\"variables\":{\"note\":{\"value\":\"a\",\"type\":\"Object\"}}}",
            "{\"variables\":{\"note\":{\"value\":\"a\",\"local\":true}}}",
            "{\"variables\":{\"note\":{\"value\":{\"a\":1}}}}",
            "[]",
            "1");

    @LocalServerPort
    int port;

    @Autowired
    Routes routes;

    private final Map<String, Visit> visits = new HashMap<>();

    @BeforeEach
    void oneOfEachApplicationIsLoggedIn() throws Exception {
        for (String user : List.of("coach1", "projektledare1", "admin")) {
            visits.put(user, new Visit(port).logIn(user));
            visits.get(user).get("camunda/app/welcome/default/");
        }
    }

    private Visit visit(Route route) {
        String user = "cockpit".equals(route.application())
                ? "projektledare1"
                : "admin".equals(route.application()) ? "admin" : "coach1";
        return Objects.requireNonNull(visits.get(user));
    }

    private static String path(Route route) {
        return "camunda/api"
                + route.line().split(" ")[1].replace("{engine}", "default").replaceAll("\\{[^}]*}", "x");
    }

    private int sent(Route route, String query, @Nullable String type, byte @Nullable [] body) throws Exception {
        return visit(route)
                .send(route.method(), path(route) + query, type, body)
                .statusCode();
    }

    private static Body body(Route route) {
        return Objects.requireNonNull(route.body());
    }

    private Stream<Route> withJson() {
        return routes.all().stream()
                .filter(route -> route.body() != null && route.body().shape() != null);
    }

    private static byte[] bytes(Object... parts) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer one) {
                bytes.write(one);
            } else {
                bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aBodyIsTakenInOneMediaTypeAndOneCharsetOnly() throws Exception {
        for (Route route :
                routes.all().stream().filter(one -> one.body() != null).toList()) {
            String own = body(route).type().toString();
            for (String type : Stream.of(
                            own + ";charset=Shift_JIS",
                            own + ";charset=UTF-16",
                            own + ";charset=utf-7",
                            own + ";charset=no-such-charset",
                            own + ";charset=",
                            own + ";boundary=x",
                            "text/plain",
                            "text/json",
                            "application/xml",
                            "application/octet-stream",
                            "multipart/form-data;boundary=x",
                            "application/*",
                            "nonsense",
                            null)
                    .toList()) {
                assertThat(sent(route, "", type, bytes("{}")))
                        .as(route.line() + " " + type)
                        .isEqualTo(415);
            }
        }
    }

    @Test
    void aRouteThatDeclaresNoBodyTakesNone() throws Exception {
        for (Route route :
                routes.all().stream().filter(one -> one.body() == null).toList()) {
            assertThat(sent(route, "", JSON, bytes("{}"))).as(route.line()).isEqualTo(415);
        }
    }

    @Test
    void jsonIsOneValueInStrictUtf8WithEveryKeyOnce() throws Exception {
        for (Route route : withJson().toList()) {
            for (byte[] body : List.of(
                    OVERLONG,
                    bytes("{\"name\":\"", 0xff, "\"}"),
                    bytes("{\"name\":\"", 0xed, 0xa0, 0xbd, "\"}"),
                    bytes(0xef, 0xbb, 0xbf, "{}"),
                    bytes("{}{\"processVariables\":[]}"),
                    bytes("{} []"),
                    bytes("{}x"),
                    bytes("{\"name\":\"a\",\"name\":\"b\"}"),
                    bytes("{\"orQueries\":[{\"name\":\"a\",\"na\\u006de\":\"b\"}]}"),
                    bytes("{not json"),
                    bytes("{'name':'a'}"),
                    bytes("{\"name\":\"a\",}"),
                    bytes("{/**/}"),
                    "{\"name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1),
                    "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16),
                    "{\"name\":\"ソ\"}".getBytes(Charset.forName("Shift_JIS")),
                    bytes("[".repeat(500) + "]".repeat(500)))) {
                assertThat(sent(route, "", JSON, body))
                        .as(route.line() + " " + new String(body, StandardCharsets.ISO_8859_1))
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void everyCriterionThatIsNotDeclaredIsRefused() throws Exception {
        JsonMapper json = new JsonMapper();
        // A draft is held against the keys of its form, not here (DraftTest).
        for (Route route : withJson()
                .filter(route -> !route.line().contains("/samsteg/draft/"))
                .toList()) {
            for (String criterion : CRITERIA) {
                boolean declared = Objects.requireNonNull(body(route).shape()).anew(json.readTree(criterion)) != null;
                assertThat(declared).as(route.line() + " takes " + criterion).isFalse();
                assertThat(sent(route, "", JSON, bytes(criterion)))
                        .as(route.line() + " " + criterion)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void moreThanAMegabyteIsTooMuch() throws Exception {
        for (Route route : withJson().toList()) {
            assertThat(sent(route, "", JSON, bytes("{\"name\":\"" + "x".repeat(1 << 20) + "\"}")))
                    .as(route.line())
                    .isEqualTo(413);
        }
    }

    @Test
    void aParameterIsWhatTheRouteDeclaresAndStandsOnce() throws Exception {
        for (Route route : routes.all()) {
            for (String query : List.of(
                    "?variables=note_eq_a",
                    "?processVariables=note_eq_a",
                    "?taskVariables=note_eq_a",
                    "?assigneeExpression=x",
                    "?deserializeValue=true",
                    "?tenantIdIn%5B%5D=stockholm",
                    "?max%52esults=5&x=y")) {
                assertThat(sent(route, query, null, null))
                        .as(route.line() + query)
                        .isEqualTo(403);
            }
            for (Map.Entry<String, Criterion> parameter : route.parameters().entrySet()) {
                String name = parameter.getKey();
                assertThat(sent(route, "?%s=1&%s=1".formatted(name, name), null, null))
                        .as(route.line() + " twice " + name)
                        .isEqualTo(400);
                assertThat(sent(route, "?" + name + "=%C1%A1", null, null)).isEqualTo(400);
                for (String value : wrong(parameter.getValue())) {
                    assertThat(sent(route, "?" + name + "=" + value, null, null))
                            .as(route.line() + "?" + name + "=" + value)
                            .isEqualTo(403);
                }
            }
        }
    }

    private static Set<String> wrong(Criterion criterion) {
        if (criterion.isA(Kind.TEXT)) {
            return Set.of("x".repeat(1001), "a%0Ab");
        }
        if (criterion.isA(Kind.IDS)) {
            return Set.of("a,".repeat(100) + "a", "a,,b", "%24%7Ba%7D");
        }
        return criterion.isA(Kind.PAGE)
                ? Set.of("201", "-1", "1000000", "2147483647", "a", "")
                : Set.of("executionVariable,", "%24%7Ba%7D", "%27", "");
    }

    @Test
    void anotherEngineIsNotThere() throws Exception {
        for (Route route : routes.all()) {
            if (route.line().contains("{engine}")) {
                HttpResponse<byte[]> answer =
                        visit(route).send(route.method(), path(route).replace("/default", "/other"), null, null);
                assertThat(answer.statusCode()).as(route.line()).isEqualTo(403);
                assertThat(Visit.text(answer)).contains("Det här går inte att göra i Samsteg.");
            }
        }
    }
}

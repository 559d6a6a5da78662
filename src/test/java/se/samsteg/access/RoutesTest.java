package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import se.samsteg.access.Routes.Route;

/** What the lists of routes and bodies may say: nonsense stops the start. */
class RoutesTest {

    private static final Shapes SHAPES = new Shapes(Map.of("who", Map.of("userId!", "id")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FETCH /task",
                "GET",
                "GET task",
                "GET /task maxResults",
                "GET /task maxResults=",
                "GET /task maxResults=page maxResults=page",
                "GET /task sortBy=name|",
                "GET /task sortBy=na/me",
                "POST /task body=json:nobody",
                "POST /task body=json",
                "POST /task body=xml:who",
                "POST /task body=json:who;1GB",
                "POST /task body=file:application/pdf",
                "POST /task body=file:application/pdf;20MB"
            })
    void aLineThatSaysNothingStopsTheStart(String line) {
        assertThatThrownBy(() -> Route.parse(line, null, SHAPES)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShapeThatSaysNothingStopsTheStart() {
        for (Object nonsense : new Object[] {
            "te xt",
            "",
            5,
            Map.of("each", "who"),
            Map.of("each", "who", "most", "5"),
            Map.of("of", "nobody"),
            Map.of("each", "nobody", "most", 5)
        }) {
            assertThatThrownBy(() -> new Shapes(Map.of("who", Map.of("userId", nonsense))))
                    .as(nonsense.toString())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Shapes(Map.of("a", Map.of("+", "b"), "b", Map.of("+", "a"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileSaysItsOwnSizeAndTime() {
        Body body = Body.parse("file:application/pdf;20MB;60s", SHAPES);

        assertThat(body.type()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(body.size()).isEqualTo(20 << 20);
        assertThat(body.time()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void whatIsNullCountsAsNotSaidAndWhatMustBeThereIsMissed() throws Exception {
        var who = SHAPES.get("who");
        var json = new JsonMapper();

        assertThat(who.anew(json.readTree("{\"userId\":\"coach1\"}")))
                .isEqualTo(json.readTree("{\"userId\":\"coach1\"}"));
        assertThat(who.anew(json.readTree("{\"userId\":null}"))).isNull();
        assertThat(who.anew(json.readTree("{}"))).isNull();
    }

    @Test
    void aListThatIsAskedForWithoutEndEndsAfterAPage() {
        Route route = Route.parse("GET /task maxResults=page firstResult=number", null, SHAPES);

        assertThat(route.query(Map.of())).contains(Map.of("maxResults", "200"));
        assertThat(route.query(Map.of("maxResults", "15"))).contains(Map.of("maxResults", "15"));
        assertThat(route.query(Map.of("maxResults", "201"))).isEmpty();
    }
}

package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;

@SamstegTest
class CaseLinkTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"SB-2026-0042", "sb-2026-0042", "Sb-2026-0042%20", "%20sb-2026-0042"})
    void aCaseNumberIsUnderstoodAsItIsTyped(String typed) throws Exception {
        assertThat(leads(typed).firstValue("Location").orElseThrow())
                .endsWith("/camunda/api/samsteg/case/SB-2026-0042");
        assertThat(leads(typed + "/dokument/plan").firstValue("Location").orElseThrow())
                .endsWith("/SB-2026-0042/plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SB-26-0042", "SB-2026", "42", "SB-2026-0042x"})
    void whatIsNoCaseNumberLeadsNowhere(String typed) throws Exception {
        assertThat(leads(typed).firstValue("Location")).isEmpty();
    }

    private HttpHeaders leads(String path) throws Exception {
        URI link = URI.create("http://localhost:" + port + "/arende/" + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding())
                .headers();
    }
}

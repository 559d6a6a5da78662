package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;

@SamstegTest
class CaseLinkTest {

    @LocalServerPort
    int port;

    @Autowired
    CaseLink link;

    @Autowired
    FilterService filters;

    @Test
    void theLinkOfALetterOpensTheCaseInTheFilterThatLeavesNothingOut() {
        URI opened =
                Objects.requireNonNull(link.tasks("SB-2026-0042").getHeaders().getLocation());

        String all = filters.createTaskFilterQuery()
                .filterName("Alla uppgifter")
                .singleResult()
                .getId();
        assertThat(opened.toString()).contains("SB-2026-0042").endsWith("&filter=" + all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SB-2026-0042", "sb-2026-0042", "Sb-2026-0042%20", "%20sb-2026-0042"})
    void aCaseNumberIsUnderstoodAsItIsTyped(String typed) throws Exception {
        assertThat(leads(typed).firstValue("Location").orElseThrow()).contains("%22SB-2026-0042%22");
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

package se.samsteg.desk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The link that letters carry: {@code /arende/SB-2026-0042} opens Tasklist with the tasks of that case. It tells nothing:
 * Tasklist asks for a login and shows what the member of staff may see.
 */
@RestController
class CaseLink {

    private static final String SEARCH = """
            [{"type":"processInstanceBusinessKey","operator":"eq","value":"%s","name":""}]""";

    @GetMapping("/arende/{caseNumber:[A-Z]{2,4}-\\d{4}-\\d{4,}}")
    ResponseEntity<Void> tasks(@PathVariable String caseNumber) {
        String search = URLEncoder.encode(SEARCH.formatted(caseNumber), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/camunda/app/tasklist/default/#/?searchQuery=" + search))
                .build();
    }
}

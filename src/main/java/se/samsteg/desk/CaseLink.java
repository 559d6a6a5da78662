package se.samsteg.desk;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.form.CaseNumber;

/**
 * The links that letters carry: {@code /arende/SB-2026-0042} opens the page of that case. A link tells nothing: the page asks
 * for a log-in and shows what the member of staff may see.
 */
@RestController
class CaseLink {

    /** As it may be typed: in lower case, or with a space that was copied along. */
    private static final String CASE = "/arende/{caseNumber: *" + CaseNumber.TYPED + " *}";

    private static final String API = "/camunda/api/samsteg/";

    /** Who asks is known only below {@code /camunda/api}, so the page is opened there. */
    @GetMapping(CASE)
    ResponseEntity<Void> page(@PathVariable String caseNumber) {
        return opens("case/" + CaseNumber.written(caseNumber));
    }

    @GetMapping(CASE + "/handelser")
    ResponseEntity<Void> timeline(@PathVariable String caseNumber) {
        return opens("case/" + CaseNumber.written(caseNumber) + "/timeline");
    }

    @GetMapping(CASE + "/lasare")
    ResponseEntity<Void> readers(@PathVariable String caseNumber) {
        return opens("case/" + CaseNumber.written(caseNumber) + "/readers");
    }

    @GetMapping(CASE + "/utveckling")
    ResponseEntity<Void> development(@PathVariable String caseNumber) {
        return opens("development/" + CaseNumber.written(caseNumber));
    }

    /** The newest document of a kind. */
    @GetMapping(CASE + "/dokument/{kind:[a-z-]+}")
    ResponseEntity<Void> document(@PathVariable String caseNumber, @PathVariable String kind) {
        return opens("document/" + CaseNumber.written(caseNumber) + "/" + kind);
    }

    private static ResponseEntity<Void> opens(String path) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(API + path))
                .build();
    }
}

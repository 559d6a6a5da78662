package se.samsteg.desk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.form.CaseNumber;

/**
 * The link that letters carry: {@code /arende/SB-2026-0042} opens Tasklist with the tasks of that case. It tells nothing:
 * Tasklist asks for a login and shows what the member of staff may see.
 */
@RestController
class CaseLink {

    /** The filter that leaves nothing out: what a group may take is not among one's own tasks. */
    private static final String FILTER = "Alla uppgifter";

    private static final String SEARCH = """
            [{"type":"processInstanceBusinessKey","operator":"eq","value":"%s","name":""}]""";

    /** As it may be typed: in lower case, or with a space that was copied along. */
    private static final String CASE = "/arende/{caseNumber: *" + CaseNumber.TYPED + " *}";

    private final FilterService filters;

    CaseLink(FilterService filters) {
        this.filters = filters;
    }

    @GetMapping(CASE)
    ResponseEntity<Void> tasks(@PathVariable String caseNumber) {
        String search = URLEncoder.encode(SEARCH.formatted(CaseNumber.written(caseNumber)), StandardCharsets.UTF_8)
                .replace("+", "%20");
        Filter all = filters.createTaskFilterQuery().filterName(FILTER).singleResult();
        String filter = all == null ? "" : "&filter=" + all.getId();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/camunda/app/tasklist/default/#/?searchQuery=" + search + filter))
                .build();
    }

    @GetMapping(CASE + "/utveckling")
    ResponseEntity<Void> development(@PathVariable String caseNumber) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/camunda/api/samsteg/development/" + CaseNumber.written(caseNumber)))
                .build();
    }

    /** The newest document of a kind. Who asks is known only below {@code /camunda/api}, so it is opened there. */
    @GetMapping(CASE + "/dokument/{kind:[a-z-]+}")
    ResponseEntity<Void> document(@PathVariable String caseNumber, @PathVariable String kind) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/camunda/api/samsteg/document/" + CaseNumber.written(caseNumber) + "/" + kind))
                .build();
    }
}

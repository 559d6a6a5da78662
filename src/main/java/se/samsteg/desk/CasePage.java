package se.samsteg.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.casefile.Content;
import se.samsteg.casefile.Views;
import se.samsteg.extract.Extract;

/**
 * The page of a case, also of one without an open task or that has ended: who it is, where in the programme, whose turn it
 * is, and all that is written, as far as the reader may see it.
 */
@RestController
class CasePage {

    private static final String PAGE = "/camunda/api/samsteg/case/{caseNumber}";

    private static final String ALL = "all";

    private final PageAnswers pages;
    private final Views views;
    private final CaseReading reading;
    private final Readership readership;
    private final Extract extract;
    private final Clock clock;

    CasePage(PageAnswers pages, Views views, CaseReading reading, Readership readership, Extract extract, Clock clock) {
        this.pages = pages;
        this.views = views;
        this.reading = reading;
        this.readership = readership;
        this.extract = extract;
        this.clock = clock;
    }

    private static String path(String caseNumber) {
        return "/arende/" + caseNumber;
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> page(@PathVariable String caseNumber, HttpServletResponse response) {
        return pages.answered(response, path(caseNumber), "case", () -> views.caseFile(caseNumber)
                .map(view -> Map.of(
                        "caseNumber",
                        view.caseNumber(),
                        "shown",
                        reading.of(view),
                        "today",
                        LocalDate.now(clock),
                        "development",
                        view.shows(Content.DEVELOPMENT),
                        "readers",
                        view.shows(Content.READERS),
                        "extract",
                        view.led(),
                        "noteToDecide",
                        view.led() && extract.hasProtectedNote(view.caseNumber()))));
    }

    /**
     * @param kind a form's id, or all
     * @param page counted from 1
     */
    @GetMapping(PAGE + "/timeline")
    ResponseEntity<byte[]> timeline(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = ALL) String kind,
            @RequestParam(defaultValue = "1") int page,
            HttpServletResponse response) {
        return pages.answered(response, path(caseNumber) + "/handelser", "timeline", () -> views.timeline(caseNumber)
                .map(view -> Map.of(
                        "caseNumber",
                        view.caseNumber(),
                        "told",
                        reading.timeline(view, kind.equals(ALL) ? null : kind, Math.max(1, page)))));
    }

    /** The protected note, opened by itself: each view of it is a row of its own in the log. */
    @GetMapping(PAGE + "/note")
    ResponseEntity<byte[]> note(@PathVariable String caseNumber, HttpServletResponse response) {
        return pages.answered(response, path(caseNumber), "note", () -> views.protectedNote(caseNumber)
                .map(view -> Map.of("caseNumber", view.caseNumber(), "notes", reading.note(view))));
    }

    /** Who could open the case today and by what right, beside who did. */
    @GetMapping(PAGE + "/readers")
    ResponseEntity<byte[]> readers(@PathVariable String caseNumber, HttpServletResponse response) {
        return pages.answered(response, path(caseNumber) + "/lasare", "readers", () -> views.readers(caseNumber)
                .map(view -> Map.of(
                        "caseNumber",
                        view.caseNumber(),
                        "allowed",
                        readership.allowed(view),
                        "readers",
                        readership.readers(view))));
    }
}

package se.samsteg.desk;

import static se.samsteg.desk.CaseFileAnswer.letTheBrowserShowPdf;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.casefile.Readers;
import se.samsteg.casefile.Views;
import se.samsteg.extract.Extract;

/** What a participant may ask for: all that is held about the participant, and who has read it. */
@RestController
class ExtractPanel {

    private static final String INCLUDED = "included";
    private static final String WITHHELD = "withheld";
    private static final String UNDECIDED = "{\"type\":\"Refused\",\"message\":\"Det finns en skyddad anteckning. "
            + "Välj i fliken Akten om den ska vara med i registerutdraget.\"}";

    private final LoggedIn loggedIn;
    private final Views views;
    private final Readers readers;
    private final Extract extract;

    ExtractPanel(LoggedIn loggedIn, Views views, Readers readers, Extract extract) {
        this.loggedIn = loggedIn;
        this.views = views;
        this.readers = readers;
        this.extract = extract;
    }

    /** Who has read the case, for its coach, lead and caseworker, and through them for the participant. */
    @GetMapping("/camunda/api/samsteg/readers/{caseNumber}")
    ResponseEntity<byte[]> readers(@PathVariable String caseNumber, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return loggedIn.answered(() -> views.readers(caseNumber)
                .map(view -> CaseFileAnswer.pdf(view.caseNumber() + "-vem-har-last.pdf", readers.pdf(view))));
    }

    /** All that is held about the participant, for the programme lead, and through the lead for the participant. */
    @GetMapping("/camunda/api/samsteg/extract/{caseNumber}")
    ResponseEntity<byte[]> extract(
            @PathVariable String caseNumber,
            @RequestParam(required = false) @Nullable String note,
            HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return decided(
                caseNumber,
                note,
                (number, withNote) ->
                        CaseFileAnswer.pdf(number + "-registerutdrag.pdf", extract.pdf(number, withNote)));
    }

    /** As {@link #extract}, for a machine: documents too. */
    @GetMapping("/camunda/api/samsteg/extract/{caseNumber}/json")
    ResponseEntity<byte[]> extractAsJson(
            @PathVariable String caseNumber, @RequestParam(required = false) @Nullable String note) {
        return decided(
                caseNumber,
                note,
                (number, withNote) ->
                        CaseFileAnswer.json(number + "-registerutdrag.json", extract.json(number, withNote)));
    }

    /**
     * The extract, once the lead has decided about the protected note where there is one.
     *
     * @param note {@code included} or {@code withheld}; null where there is none to decide about
     */
    private ResponseEntity<byte[]> decided(
            String caseNumber, @Nullable String note, BiFunction<String, Boolean, ResponseEntity<byte[]>> drawnUp) {
        return loggedIn.answered(() -> {
            boolean says = INCLUDED.equals(note) || WITHHELD.equals(note);
            if (!says && views.leads(caseNumber) && extract.hasProtectedNote(caseNumber)) {
                return Optional.of(LoggedIn.answer(HttpStatus.CONFLICT)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(UNDECIDED.getBytes(StandardCharsets.UTF_8)));
            }
            boolean withNote = !WITHHELD.equals(note);
            return views.extract(caseNumber, withNote).map(view -> drawnUp.apply(view.caseNumber(), withNote));
        });
    }
}

package se.samsteg.desk;

import static se.samsteg.desk.CaseFileAnswer.letTheBrowserShowPdf;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.casefile.Views;

/** Opens the documents of a case: to its coach and lead, and to its caseworker what the participant allows. */
@RestController
class DocumentPanel {

    private final LoggedIn loggedIn;
    private final Views views;
    private final CaseDocuments documents;

    DocumentPanel(LoggedIn loggedIn, Views views, CaseDocuments documents) {
        this.loggedIn = loggedIn;
        this.views = views;
        this.documents = documents;
    }

    @GetMapping("/camunda/api/samsteg/document/{id}")
    ResponseEntity<byte[]> document(@PathVariable String id, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return loggedIn.answered(() -> uuid(id).flatMap(documents::get).flatMap(this::opened));
    }

    /** The newest document of a kind, for a reader without an open task in the case. */
    @GetMapping("/camunda/api/samsteg/document/{caseNumber}/{kind}")
    ResponseEntity<byte[]> newest(
            @PathVariable String caseNumber, @PathVariable String kind, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return loggedIn.answered(() -> {
            Optional<CaseDocuments.Pdf> newest = documents.newest(caseNumber, kind);
            if (newest.isEmpty()) {
                views.noDocument(caseNumber);
            }
            return newest.flatMap(this::opened);
        });
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<ResponseEntity<byte[]>> opened(CaseDocuments.Pdf pdf) {
        return views.document(pdf.caseNumber(), pdf.kind(), pdf.information(), pdf.concealed())
                .map(view -> CaseFileAnswer.pdf(pdf.fileName(), pdf.content()));
    }
}

package se.samsteg.desk;

import static se.samsteg.desk.CaseFileAnswer.letTheBrowserShowPdf;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.Views;

/** How it has gone for a participant, as a page and on paper, for the coach and the lead to show the participant. */
@RestController
class DevelopmentPanel {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final LoggedIn loggedIn;
    private final Views views;
    private final Development development;
    private final Documents documents;
    private final SpringTemplateEngine templates;

    DevelopmentPanel(
            LoggedIn loggedIn,
            Views views,
            Development development,
            Documents documents,
            SpringTemplateEngine templates) {
        this.loggedIn = loggedIn;
        this.views = views;
        this.development = development;
        this.documents = documents;
        this.templates = templates;
    }

    @GetMapping("/camunda/api/samsteg/development/{caseNumber}")
    ResponseEntity<byte[]> page(@PathVariable String caseNumber) {
        return loggedIn.answered(() -> views.development(caseNumber).map(view -> LoggedIn.answer(HttpStatus.OK)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(html(view.caseNumber()))));
    }

    private byte[] html(String caseNumber) {
        return templates
                .process(
                        "desk/development",
                        new Context(
                                Locale.forLanguageTag("sv-SE"),
                                Map.of("caseNumber", caseNumber, "shown", development.of(caseNumber))))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** It is drawn up anew each time and not kept. */
    @GetMapping("/camunda/api/samsteg/development/{caseNumber}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String caseNumber, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return loggedIn.answered(() -> views.development(caseNumber)
                .map(view -> CaseFileAnswer.pdf(
                        view.caseNumber() + "-utveckling.pdf",
                        documents.print(
                                view.caseNumber(),
                                "development",
                                Map.of("shown", development.of(view.caseNumber()))))));
    }
}

package se.samsteg.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file about a case as an answer: a PDF that the browser shows, or JSON to keep. */
final class CaseFileAnswer {

    private CaseFileAnswer() {}

    /**
     * Camunda's own policy for its pages puts them in a sandbox, in which Chromium shows no PDF. It is already in the
     * answer, so it is replaced; with {@code nosniff}, also there, a PDF is never taken for a page with scripts.
     */
    static void letTheBrowserShowPdf(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "base-uri 'none';form-action 'none';frame-ancestors 'none'");
    }

    static ResponseEntity<byte[]> pdf(String fileName, byte[] content) {
        return file(MediaType.APPLICATION_PDF, ContentDisposition.inline(), fileName, content);
    }

    static ResponseEntity<byte[]> json(String fileName, byte[] content) {
        return file(MediaType.APPLICATION_JSON, ContentDisposition.attachment(), fileName, content);
    }

    private static ResponseEntity<byte[]> file(
            MediaType type, ContentDisposition.Builder disposition, String fileName, byte[] content) {
        return LoggedIn.answer(HttpStatus.OK)
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(fileName).build().toString())
                .body(content);
    }
}

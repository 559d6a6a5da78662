package se.samsteg.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pages that hold no data: their scripts ask the interfaces, as the same user and by the same rules as the web
 * applications.
 */
@RestController
class OwnPages {

    /** Below the web applications' own path, so that a page may send the token that they send with each change. */
    private static final String FOLDER = "/camunda/app/samsteg/";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** On which a group's roll is called, opened from the task in Tasklist. */
    @GetMapping(FOLDER + "upprop.html")
    ResponseEntity<Resource> rollCall(HttpServletResponse response) {
        return page("roll-call", response);
    }

    /** On which the programme lead imports earlier cases and fetches rows, opened from Cockpit. */
    @GetMapping(FOLDER + "import.html")
    ResponseEntity<Resource> caseImport(HttpServletResponse response) {
        return page("import", response);
    }

    /** Camunda's own policy asks a nonce of each script; a page has one script, which is a file. */
    private static ResponseEntity<Resource> page(String name, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString())
                .body(new ClassPathResource("desk/" + name + ".html"));
    }
}

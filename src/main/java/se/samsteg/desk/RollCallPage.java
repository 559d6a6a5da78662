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
 * The page on which a group's roll is called, opened from the task in Tasklist. It holds no data: its script reads the task
 * and completes it through the interface that Tasklist uses, as the same user and by the same rules.
 */
@RestController
class RollCallPage {

    /** Below the web applications' own path, so that the page may send the token that they send with each change. */
    private static final String PATH = "/camunda/app/samsteg/upprop.html";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Camunda's own policy asks a nonce of each script; the page has one script, which is a file. */
    @GetMapping(PATH)
    ResponseEntity<Resource> page(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString())
                .body(new ClassPathResource("desk/roll-call.html"));
    }
}

package se.samsteg.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.samsteg.engine.Actor;
import se.samsteg.staff.Role;

/** Answers that are pages of Samsteg's own about cases: drawn on the server, without scripts, and kept by no browser. */
@Component
class PageAnswers {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String LOG_IN = "/camunda/app/welcome/default/";

    private final SpringTemplateEngine templates;
    private final Actor actor;

    PageAnswers(SpringTemplateEngine templates, Actor actor) {
        this.templates = templates;
        this.actor = actor;
    }

    /**
     * A page, or the log-in from which one comes back to it.
     *
     * @param path where the page is reached, such as {@code /arende/SB-2026-0042}
     * @param template below {@code templates/desk}
     * @param shown what the template asks for; empty both if there is no such case and if it is another user's
     */
    ResponseEntity<byte[]> answered(
            HttpServletResponse response, String path, String template, Supplier<Optional<Map<String, Object>>> shown) {
        response.setHeader("Content-Security-Policy", POLICY); // instead of Camunda's own
        if (!actor.loggedIn()) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(UriComponentsBuilder.fromPath(LOG_IN)
                            .queryParam("to", path)
                            .build()
                            .toUriString()))
                    .build();
        }
        return shown.get()
                .map(model -> LoggedIn.answer(HttpStatus.OK)
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .body(html(template, model)))
                .orElseGet(() -> LoggedIn.answer(HttpStatus.NOT_FOUND).build());
    }

    private byte[] html(String template, Map<String, Object> shown) {
        Map<String, Object> model = new HashMap<>(shown);
        model.put("lead", Role.PROGRAMME_LEAD.among(actor.groups()));
        model.put("days", Days.SWEDISH);
        return templates
                .process("desk/" + template, new Context(Locale.forLanguageTag("sv-SE"), model))
                .getBytes(StandardCharsets.UTF_8);
    }
}

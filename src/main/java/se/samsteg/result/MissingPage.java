package se.samsteg.result;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** The page on which the programme lead reads what the figures of a period lack, until nothing is left to fill in. */
@RestController
class MissingPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final MissingData missing;
    private final LackLinks links;
    private final Actor actor;
    private final Programmes programmes;
    private final Views views;
    private final SpringTemplateEngine templates;
    private final Clock clock;

    MissingPage(
            MissingData missing,
            LackLinks links,
            Actor actor,
            Programmes programmes,
            Views views,
            SpringTemplateEngine templates,
            Clock clock) {
        this.missing = missing;
        this.links = links;
        this.actor = actor;
        this.programmes = programmes;
        this.views = views;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Case numbers and no names.
     *
     * @param programme without it the first of the lead's own
     * @param from without it the first day of this year
     * @param to without it the last day of this year
     * @return 401 without log-in, 403 to a user who is no programme lead, 404 for a programme of another association, 400
     *     for a period that ends before it begins
     */
    @GetMapping("/camunda/api/samsteg/missing")
    ResponseEntity<byte[]> missing(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        if (!Role.PROGRAMME_LEAD.among(actor.groups())) {
            views.listRefused(What.MISSING);
            return answer(HttpStatus.FORBIDDEN).build();
        }
        List<Settings> own = programmes.all().stream()
                .filter(one -> actor.worksFor(one.tenant()))
                .sorted(Comparator.comparing(Settings::name))
                .toList();
        Settings chosen = own.stream()
                .filter(one -> programme == null || one.id().equals(programme))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        int year = LocalDate.now(clock).getYear();
        Period period = new Period(
                from == null ? LocalDate.of(year, 1, 1) : from, to == null ? LocalDate.of(year, 12, 31) : to);
        if (period.to().isBefore(period.from())) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        views.list(What.MISSING, chosen.tenant(), Role.PROGRAMME_LEAD);
        List<LackLinks.Line> lines = links.of(missing.of(chosen, period));
        String page = templates.process(
                "result/missing",
                new Context(
                        Locale.forLanguageTag("sv-SE"),
                        Map.of("programmes", own, "chosen", chosen, "period", period, "lines", lines)));
        return answer(HttpStatus.OK)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}

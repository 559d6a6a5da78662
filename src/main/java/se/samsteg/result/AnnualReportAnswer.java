package se.samsteg.result;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Role;

/** A year's report as PDF, exact, for the programme lead. */
@RestController
class AnnualReportAnswer {

    private final AnnualAccounts accounts;
    private final Actor actor;
    private final Programmes programmes;
    private final Views views;

    AnnualReportAnswer(AnnualAccounts accounts, Actor actor, Programmes programmes, Views views) {
        this.accounts = accounts;
        this.actor = actor;
        this.programmes = programmes;
        this.views = views;
    }

    /**
     * @param version that was signed; null for the year as it is today
     * @return 401 without log-in, 403 to a user who is no programme lead, 404 for a programme of another association or a
     *     version that is not signed, 400 without programme or year
     */
    @GetMapping("/camunda/api/samsteg/annual-report")
    ResponseEntity<byte[]> report(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletResponse response) {
        // Camunda's own policy puts its pages in a sandbox, in which Chromium shows no PDF.
        response.setHeader("Content-Security-Policy", "base-uri 'none';form-action 'none';frame-ancestors 'none'");
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        if (!Role.PROGRAMME_LEAD.among(actor.groups())) {
            views.listRefused(What.RESULTS);
            return answer(HttpStatus.FORBIDDEN).build();
        }
        if (programme == null || year == null) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        boolean own =
                programmes.all().stream().anyMatch(one -> one.id().equals(programme) && actor.worksFor(one.tenant()));
        byte[] pdf = !own || year < 1900 || year > 9999
                ? null
                : version == null
                        ? accounts.draft(programme, year)
                        : accounts.signed(programme, year, version).orElse(null);
        if (pdf == null) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        views.list(What.RESULTS, programmes.get(programme).tenant(), Role.PROGRAMME_LEAD);
        return answer(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("arsredovisning-" + programme + "-" + year + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}

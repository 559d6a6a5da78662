package se.samsteg.steering;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

/** A quarter's report as PDF: as it was sent, for the steering group and the lead; before that for the lead alone. */
@RestController
class SteeringAnswer {

    private final SteeringReports reports;
    private final SteeringPaper paper;
    private final Actor actor;
    private final Programmes programmes;
    private final Views views;

    SteeringAnswer(SteeringReports reports, SteeringPaper paper, Actor actor, Programmes programmes, Views views) {
        this.reports = reports;
        this.paper = paper;
        this.actor = actor;
        this.programmes = programmes;
        this.views = views;
    }

    /**
     * @param quarter its first day
     * @return 401 without log-in, 403 to a user who is neither in the steering group nor a lead, 404 for a programme of
     *     another association, a quarter without a report, and to the steering group one that is not sent, 400
     *     without programme or quarter
     */
    @GetMapping("/camunda/api/samsteg/steering-report")
    ResponseEntity<byte[]> report(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate quarter,
            HttpServletResponse response) {
        // Camunda's own policy puts its pages in a sandbox, in which Chromium shows no PDF.
        response.setHeader("Content-Security-Policy", "base-uri 'none';form-action 'none';frame-ancestors 'none'");
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        boolean lead = Role.PROGRAMME_LEAD.among(actor.groups());
        if (!lead && !Role.STEERING_GROUP.among(actor.groups())) {
            views.listRefused(What.RESULTS);
            return answer(HttpStatus.FORBIDDEN).build();
        }
        if (programme == null || quarter == null) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        Optional<byte[]> pdf = own(programme) ? pdf(programme, quarter, lead) : Optional.empty();
        if (pdf.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        views.list(What.RESULTS, programmes.get(programme).tenant(), lead ? Role.PROGRAMME_LEAD : Role.STEERING_GROUP);
        return answer(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("styrgruppsrapport-" + programme + "-" + quarter + ".pdf")
                                .build()
                                .toString())
                .body(pdf.get());
    }

    private Optional<byte[]> pdf(String programme, LocalDate quarter, boolean lead) {
        return reports.find(programme, quarter).flatMap(report -> reports.document(report.id())
                .or(() -> lead ? Optional.of(paper.print(report, null)) : Optional.empty()));
    }

    private boolean own(String programme) {
        return programmes.all().stream().anyMatch(one -> one.id().equals(programme) && actor.worksFor(one.tenant()));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}

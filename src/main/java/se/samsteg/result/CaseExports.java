package se.samsteg.result;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** Single rows and national counts as CSV in UTF-8, for the programme lead; each file is a row in the log. */
@RestController
class CaseExports {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final LeadsProgrammes leads;
    private final CaseRows rows;
    private final Views views;
    private final Clock clock;

    CaseExports(LeadsProgrammes leads, CaseRows rows, Views views, Clock clock) {
        this.leads = leads;
        this.rows = rows;
        this.views = views;
        this.clock = clock;
    }

    /** Every case of the programme, exact, as the import takes it. */
    @GetMapping("/camunda/api/samsteg/cases.csv")
    void cases(@RequestParam(required = false) @Nullable String programme, HttpServletResponse response)
            throws IOException {
        send(What.CASE_ROWS, "cases", programme, true, response, rows::cases);
    }

    /**
     * Pseudonymised rows.
     *
     * @param disclosureDecided the lead's word that the association has decided on the disclosure; without it 400
     */
    @GetMapping("/camunda/api/samsteg/evaluator.csv")
    void evaluator(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "false") boolean disclosureDecided,
            HttpServletResponse response)
            throws IOException {
        send(What.EVALUATOR_ROWS, "evaluator", programme, disclosureDecided, response, rows::forEvaluator);
    }

    /** @param year calendar year; without it the current one */
    @GetMapping("/camunda/api/samsteg/national.csv")
    void national(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletResponse response)
            throws IOException {
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        send(
                What.NATIONAL_COUNTS,
                "national-" + asked,
                programme,
                asked >= FIRST_YEAR && asked <= LAST_YEAR,
                response,
                (own, out) -> rows.national(own, asked, out));
    }

    /** @param complete whether the request says all that it must */
    private void send(
            What what,
            String file,
            @Nullable String programme,
            boolean complete,
            HttpServletResponse response,
            BiConsumer<Settings, Appendable> writing)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        HttpStatus refusal = leads.refusal(what);
        if (refusal != null || programme == null || !complete) {
            response.setStatus((refusal == null ? HttpStatus.BAD_REQUEST : refusal).value());
            return;
        }
        Settings own = leads.find(programme).orElse(null);
        if (own == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else {
            views.list(what, own.tenant(), Role.PROGRAMME_LEAD);
            response.setContentType("text/csv");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-%s.csv\"".formatted(own.id(), file));
            writing.accept(own, response.getWriter());
        }
    }
}

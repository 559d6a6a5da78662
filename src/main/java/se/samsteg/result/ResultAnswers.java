package se.samsteg.result;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;

/** Figures for other programs: exact for the programme lead, as published tables for steering group and unit managers. */
@RestController
class ResultAnswers {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ReadResults results;
    private final ResultFiles files;

    ResultAnswers(ReadResults results, ResultFiles files) {
        this.results = results;
        this.files = files;
    }

    /**
     * As JSON.
     *
     * @param by one of the dimensions, such as {@code sex}; null for none
     * @param frozen whether the year is shown to the lead as it was signed, and not as it is today
     * @return 401 without log-in, 403 to a user who reads no results or asks for another's unit, 404 for a programme of
     *     another association or a year that is not signed, 400 for a period that ends before it begins, an unknown dimension, or a period or filters
     *     of which no table is published
     */
    @GetMapping("/camunda/api/samsteg/results")
    ResponseEntity<Object> results(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "false") boolean frozen,
            @RequestParam Map<String, String> all) {
        results.check();
        Selection selection = results.asked(programme, from, to, by, all);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        frozen
                                ? results.signed(selection)
                                : results.lead()
                                        ? results.exact(selection)
                                        : results.read(selection, false, What.RESULTS));
    }

    /** As CSV in UTF-8 with semicolons, one row for each figure, part, reason and slice; refused as {@link #results}. */
    @GetMapping("/camunda/api/samsteg/results.csv")
    void csv(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "false") boolean frozen,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        results.check();
        Published read = results.read(results.asked(programme, from, to, by, all), frozen, What.RESULTS_EXPORT);
        files.csv(read, file(response, read, "csv", CSV));
    }

    /** As a workbook with the rows of the CSV; refused as {@link #results}. */
    @GetMapping("/camunda/api/samsteg/results.xlsx")
    void xlsx(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "false") boolean frozen,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        results.check();
        Published read = results.read(results.asked(programme, from, to, by, all), frozen, What.RESULTS_EXPORT);
        files.xlsx(read, file(response, read, "xlsx", XLSX));
    }

    /** As PDF; refused as {@link #results}. */
    @GetMapping("/camunda/api/samsteg/results.pdf")
    void pdf(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "false") boolean frozen,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        results.check();
        Published read = results.read(results.asked(programme, from, to, by, all), frozen, What.RESULTS_EXPORT);
        byte[] pdf = files.pdf(read);
        file(response, read, "pdf", MediaType.APPLICATION_PDF).write(pdf);
    }

    private static OutputStream file(HttpServletResponse response, Published read, String ending, MediaType type)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("resultat-%s-%s-%s.%s".formatted(read.programme(), read.from(), read.to(), ending))
                        .build()
                        .toString());
        response.setContentType(type.toString());
        return response.getOutputStream();
    }
}

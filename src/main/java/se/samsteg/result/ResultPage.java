package se.samsteg.result;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.samsteg.access.What;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Settings;

/** The page Resultat: each figure with its table, its definition and its sources, and a chart of what the table says. */
@Controller
class ResultPage {

    private static final String PAGE = "/camunda/api/samsteg/results.html";

    private static final String LOG_IN = "/camunda/app/welcome/default/";

    /** The built file of the library that draws the charts, in its own version's folder. */
    static final String CHART = "/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ReadResults results;
    private final Words words;
    private final Actor actor;
    private final Clock clock;

    ResultPage(ReadResults results, Words words, Actor actor, Clock clock) {
        this.results = results;
        this.words = words;
        this.actor = actor;
        this.clock = clock;
    }

    /** Who asks is known only below {@code /camunda/api}, so it is opened there. */
    @GetMapping("/resultat")
    ResponseEntity<Void> page() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(PAGE))
                .build();
    }

    /**
     * Without parameters the last year that has ended, of the first programme.
     *
     * @param from with {@code to} the period; {@code period} names a whole year, half-year or quarter instead, such as
     *     {@code 2011}, {@code 2011-H1} or {@code 2011-Q3}
     */
    @GetMapping(PAGE)
    String results(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam Map<String, String> all,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!actor.loggedIn()) {
            return "redirect:" + LOG_IN;
        }
        results.check();
        List<Settings> programmes = results.programmes();
        Settings chosen = programmes.stream()
                .filter(one -> programme == null || one.id().equals(programme))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Choice> periods = periods();
        Period asked = from != null && to != null
                ? new Period(from, to)
                : periods.stream()
                        .filter(one -> one.code().equals(period))
                        .findFirst()
                        .or(() -> periods.stream()
                                .filter(one -> one.code().length() == 4)
                                .findFirst())
                        .orElseThrow()
                        .period();
        model.addAttribute("chart", CHART);
        model.addAttribute("programmes", programmes);
        model.addAttribute("programme", chosen);
        model.addAttribute("periods", periods);
        model.addAttribute("period", asked);
        model.addAttribute("lead", results.lead());
        model.addAttribute("by", by);
        model.addAttribute(
                "dimensions",
                Arrays.stream(Dimension.values())
                        .filter(one -> results.lead() || one != Dimension.GROUP)
                        .map(one -> Map.of("code", one.parameter(), "label", words.of(one)))
                        .toList());
        try {
            model.addAttribute(
                    "read", results.read(results.asked(chosen.id(), asked.from(), asked.to(), by, all), What.RESULTS));
        } catch (ResponseStatusException e) {
            if (e.getStatusCode() != HttpStatus.BAD_REQUEST) {
                throw e;
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("fault", e.getReason());
        }
        return "results/page";
    }

    /** A period that can be chosen. */
    record Choice(String code, String label, Period period) {}

    /** Ten years back, those that have ended, and for the lead those that go on. */
    private List<Choice> periods() {
        LocalDate today = LocalDate.now(clock);
        List<Choice> choices = new ArrayList<>();
        for (int year = today.getYear(); year > today.getYear() - 10; year--) {
            add(choices, String.valueOf(year), String.valueOf(year), LocalDate.of(year, 1, 1), 12);
            for (int half = 0; half < 2; half++) {
                add(
                        choices,
                        "%d-H%d".formatted(year, half + 1),
                        "%d, halvår %d".formatted(year, half + 1),
                        LocalDate.of(year, 1 + half * 6, 1),
                        6);
            }
            for (int quarter = 0; quarter < 4; quarter++) {
                add(
                        choices,
                        "%d-Q%d".formatted(year, quarter + 1),
                        "%d, kvartal %d".formatted(year, quarter + 1),
                        LocalDate.of(year, 1 + quarter * 3, 1),
                        3);
            }
        }
        return choices.stream()
                .filter(one -> results.lead()
                        ? !one.period().from().isAfter(today)
                        : one.period().to().isBefore(today))
                .toList();
    }

    private static void add(List<Choice> choices, String code, String label, LocalDate from, int months) {
        choices.add(
                new Choice(code, label, new Period(from, from.plusMonths(months).minusDays(1))));
    }
}

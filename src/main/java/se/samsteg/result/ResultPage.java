package se.samsteg.result;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
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
    private final ResultChoices choices;
    private final Actor actor;

    ResultPage(ReadResults results, ResultChoices choices, Actor actor) {
        this.results = results;
        this.choices = choices;
        this.actor = actor;
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
     * @param all {@code from} and {@code to} are the days, or {@code period} names a whole year, half-year or quarter, such as
     *     {@code 2011}, {@code 2011-H1} or {@code 2011-Q3}; {@code compareFrom}, {@code compareTo} and {@code compare} are what
     *     it is compared with; filters and {@code by} as in the interface; {@code frozen} whether the lead reads years as they
     *     were signed
     */
    @GetMapping(PAGE)
    String results(
            @RequestParam(required = false) @Nullable String programme,
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
        ResultForm form = new ResultForm(all);
        ReadResults.Reader reader = results.reader();
        List<ResultChoices.Filter> filters = choices.filters(chosen, reader);
        model.addAttribute("chart", CHART);
        model.addAttribute("programmes", programmes);
        model.addAttribute("programme", chosen);
        model.addAttribute("form", form);
        model.addAttribute("lead", reader.lead());
        model.addAttribute("years", choices.periods(chosen, reader.lead()));
        model.addAttribute("filters", filters);
        model.addAttribute("breakdowns", choices.breakdowns(reader));
        try {
            Period period = form.period().orElseGet(choices::lastYear);
            model.addAttribute("period", period);
            read(chosen, period, form, filters, model);
        } catch (Unreadable e) {
            // With 200: of another status the browser would be shown the page for errors.
            model.addAttribute("fault", e);
        }
        return "results/page";
    }

    private void read(
            Settings programme, Period period, ResultForm form, List<ResultChoices.Filter> filters, Model model) {
        ResultChoices.wrong(filters, form).ifPresent(wrong -> {
            throw new Unreadable(wrong.name(), "Välj ett värde i listan.");
        });
        List<Published> read = new ArrayList<>(List.of(read(programme, period, form)));
        form.compared().ifPresent(compared -> {
            try {
                read.add(read(programme, compared, form));
            } catch (Unreadable e) {
                throw e.parameter().equals(ResultForm.PERIOD)
                        ? new Unreadable(ResultForm.COMPARED, String.valueOf(e.getReason()))
                        : e;
            }
        });
        ResultTables tables = new ResultTables(read);
        model.addAttribute("read", read.get(0));
        model.addAttribute("states", read.stream().map(this::state).toList());
        model.addAttribute("goals", tables.goals());
        model.addAttribute("funnel", tables.funnel());
        model.addAttribute("sections", tables.sections());
        model.addAttribute("chosen", ResultChoices.chosen(filters, form));
        model.addAttribute("query", query(read.get(0)));
    }

    private Published read(Settings programme, Period period, ResultForm form) {
        Map<String, String> cut = form.cut();
        Selection asked = results.asked(programme.id(), period.from(), period.to(), cut.get(ResultChoices.BY), cut);
        return form.signed() ? results.readSignedOrLive(asked) : results.read(asked, false, What.RESULTS);
    }

    /** What is shown of a period: as it was signed or as it is today, and whether there is the other. */
    record State(String period, Published.@Nullable Signed frozen, boolean signed) {}

    private State state(Published read) {
        Period period = new Period(read.from(), read.to());
        return new State(NamedPeriod.label(period), read.frozen(), results.isSigned(read.programme(), period));
    }

    /** The parameters of the files that say the same as the page does of its first period. */
    private static String query(Published read) {
        var query = UriComponentsBuilder.newInstance()
                .queryParam("programme", read.programme())
                .queryParam("from", read.from())
                .queryParam("to", read.to());
        read.filters().forEach(query::queryParam);
        if (read.by() != null) {
            query.queryParam(ResultChoices.BY, read.by());
        }
        if (read.frozen() != null) {
            query.queryParam("frozen", true);
        }
        return query.encode().build().toUriString();
    }
}

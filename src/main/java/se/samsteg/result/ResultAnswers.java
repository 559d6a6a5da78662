package se.samsteg.result;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** Figures as JSON, exact, for the programme lead. */
@RestController
class ResultAnswers {

    private final Accounts accounts;
    private final AnnualAccounts annual;
    private final Actor actor;
    private final Programmes programmes;
    private final Views views;

    ResultAnswers(Accounts accounts, AnnualAccounts annual, Actor actor, Programmes programmes, Views views) {
        this.accounts = accounts;
        this.annual = annual;
        this.actor = actor;
        this.programmes = programmes;
        this.views = views;
    }

    /**
     * @param by one of the dimensions, such as {@code sex}; null for none
     * @param frozen whether the year is shown as it was signed, and not as it is today
     * @return 401 without log-in, 403 to a user who is no programme lead, 404 for a programme of another association or
     *     for what is not signed, 400 for a period that ends before it begins or an unknown dimension
     */
    @GetMapping("/camunda/api/samsteg/results")
    ResponseEntity<Account> results(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "false") boolean frozen,
            @RequestParam Map<String, String> all) {
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        if (!Role.PROGRAMME_LEAD.among(actor.groups())) {
            views.listRefused(What.RESULTS);
            return answer(HttpStatus.FORBIDDEN).build();
        }
        if (programme == null || own(programme).isEmpty()) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        Dimension dimension = by == null ? null : Dimension.of(by).orElse(null);
        if (from == null || to == null || to.isBefore(from) || by != null && dimension == null) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        all.forEach((name, code) -> Dimension.of(name).ifPresent(one -> filters.put(one, code)));
        Selection selection = new Selection(programme, new Period(from, to), filters, dimension);
        Optional<Account> account = frozen ? annual.frozen(selection) : Optional.of(accounts.of(selection));
        if (account.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        views.list(What.RESULTS);
        return answer(HttpStatus.OK).body(account.get());
    }

    private Optional<Settings> own(String programme) {
        return programmes.all().stream()
                .filter(one -> one.id().equals(programme) && actor.tenants().contains(one.tenant()))
                .findFirst();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}

package se.samsteg.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Role;

/** Who reads which results: a programme lead all, steering group and unit managers the published tables. */
@Component
class ReadResults {

    private final LiveAccounts accounts;
    private final AnnualAccounts annual;
    private final Actor actor;
    private final Programmes programmes;
    private final Posts posts;
    private final Views views;
    private final Clock clock;

    ReadResults(
            LiveAccounts accounts,
            AnnualAccounts annual,
            Actor actor,
            Programmes programmes,
            Posts posts,
            Views views,
            Clock clock) {
        this.accounts = accounts;
        this.annual = annual;
        this.actor = actor;
        this.programmes = programmes;
        this.posts = posts;
        this.views = views;
        this.clock = clock;
    }

    /**
     * What a request asks for, as its parameters say it.
     *
     * @param by a dimension; null or empty for none
     * @param parameters of the request, the filters among them; an empty one is none
     */
    Selection asked(
            @Nullable String programme,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String by,
            Map<String, String> parameters) {
        if (programme == null || from == null || to == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Ange program och period.");
        }
        Dimension dimension = by == null || by.isEmpty()
                ? null
                : Dimension.of(by).orElseThrow(() -> new Unreadable("by", "Resultatet kan inte delas upp efter det."));
        if (to.isBefore(from)) {
            throw new Unreadable("to", "Perioden slutar innan den börjar.");
        }
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        parameters.forEach((name, code) ->
                Dimension.of(name).filter(one -> !code.isEmpty()).ifPresent(one -> filters.put(one, code)));
        return new Selection(programme, new Period(from, to), filters, dimension);
    }

    boolean lead() {
        return Role.PROGRAMME_LEAD.among(actor.groups());
    }

    /**
     * What a user may choose.
     *
     * @param lead whether every count can be read
     * @param everyUnit whether the units can be told apart
     * @param unit of a unit manager, who reads the table of this one; null without one
     */
    record Reader(boolean lead, boolean everyUnit, @Nullable String unit) {}

    Reader reader() {
        return new Reader(
                lead(),
                lead() || Role.STEERING_GROUP.among(actor.groups()),
                posts.of(actor.user()).unit());
    }

    /** The programmes of the user's associations. */
    List<Settings> programmes() {
        return programmes.all().stream()
                .filter(one -> actor.worksFor(one.tenant()))
                .toList();
    }

    /**
     * Whether the user reads results at all.
     *
     * @throws ResponseStatusException 401 without log-in, 403 to every other role
     */
    void check() {
        if (!actor.loggedIn()) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        if (!lead() && !Role.STEERING_GROUP.among(actor.groups()) && !Role.UNIT_MANAGER.among(actor.groups())) {
            views.listRefused(What.RESULTS);
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** All counts, for the lead. */
    Account exact(Selection selection) {
        check(selection);
        looked(selection, What.RESULTS);
        return accounts.of(selection);
    }

    /**
     * All counts of a year as they were signed, for the lead.
     *
     * @throws ResponseStatusException 403 to other roles, 404 for what is not signed
     */
    Account signed(Selection selection) {
        check(selection);
        if (!lead()) {
            views.listRefused(What.RESULTS);
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Account account = annual.frozen(selection).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        looked(selection, What.RESULTS);
        return account;
    }

    /**
     * What the user may read of it. A signed year is published as it was signed, and no longer as it is today: what was
     * corrected since would be the difference.
     *
     * @param signed whether the lead reads a year as it was signed, and not as it is today
     * @throws ResponseStatusException 400 for a period or filters of which no table is published, and for a part of a signed
     *     year that is counted otherwise today, 403 for the table of
     *     another's unit, 404 for a programme of another association or what is not signed
     */
    Published read(Selection selection, boolean signed, What what) {
        check(selection);
        Optional<Account> then = lead() && signed ? annual.frozen(selection) : Optional.empty();
        if (lead() && signed && then.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return read(selection, then, what);
    }

    /** As {@link #read}, but what is not signed the lead reads as it is today. */
    Published readSignedOrLive(Selection selection) {
        check(selection);
        return read(selection, lead() ? annual.frozen(selection) : Optional.empty(), What.RESULTS);
    }

    private Published read(Selection selection, Optional<Account> signed, What what) {
        Published read =
                lead() ? Publication.exact(signed.orElseGet(() -> accounts.of(selection))) : published(selection);
        looked(selection, what);
        return read.of(selection);
    }

    /** Whether a period is a year that is signed. */
    boolean isSigned(String programme, Period period) {
        return period.isYear() && annual.version(programme, period.from().getYear()) > 0;
    }

    /** One row in the log of the programme's association. */
    private void looked(Selection selection, What what) {
        Role role = Stream.of(Role.PROGRAMME_LEAD, Role.STEERING_GROUP, Role.UNIT_MANAGER)
                .filter(one -> one.among(actor.groups()))
                .findFirst()
                .orElseThrow();
        views.list(what, programmes.get(selection.programme()).tenant(), role);
    }

    private void check(Selection selection) {
        check();
        if (programmes().stream().noneMatch(one -> one.id().equals(selection.programme()))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Published published(Selection selection) {
        Period period = selection.period();
        if (PublishedPeriods.months(period, LocalDate.now(clock)) == 0) {
            throw new Unreadable(ResultForm.PERIOD, "Resultatet visas för hela kvartal, halvår och år som är slut.");
        }
        Map<Dimension, String> filters = selection.filters();
        if (filters.size() + (selection.by() == null ? 0 : 1) > 1
                || selection.by() == Dimension.GROUP
                || filters.containsKey(Dimension.GROUP)) {
            throw new Unreadable(ResultChoices.BY, "Resultatet visas för ett urval eller en uppdelning åt gången.");
        }
        String unit = filters.get(Dimension.UNIT);
        if (!Role.STEERING_GROUP.among(actor.groups())
                && (selection.by() == Dimension.UNIT
                        || unit != null && !unit.equals(posts.of(actor.user()).unit()))) {
            views.listRefused(What.RESULTS);
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Dimension by = filters.keySet().stream().findFirst().orElse(selection.by());
        List<Account> all = published(selection.programme(), period, by);
        return new Publication(all, by).of(period, by == null ? null : filters.get(by));
    }

    /** What a table is decided from: the year as it was signed, or the accounts of today, the year first. */
    private List<Account> published(String programme, Period period, @Nullable Dimension by) {
        Period year = Period.year(period.from().getYear());
        Optional<Account> signed = annual.asSigned(new Selection(programme, year, Map.of(), by));
        if (signed.isPresent() && period.isYear()) {
            return List.of(signed.get());
        }
        List<Account> live = PublishedPeriods.from(period, LocalDate.now(clock)).stream()
                .map(one -> accounts.of(new Selection(programme, one, Map.of(), by)))
                .toList();
        if (signed.filter(then -> !then.countsAs(live.get(0))).isPresent()) {
            throw new Unreadable(
                    ResultForm.PERIOD,
                    "Året är fastställt och siffrorna har ändrats sedan dess. Halvår och kvartal visas igen när året har fastställts på nytt.");
        }
        return live;
    }
}

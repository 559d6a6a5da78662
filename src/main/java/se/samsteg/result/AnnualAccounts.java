package se.samsteg.result;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.engine.Actor;

/** The figures of whole years: as they are today until the lead signs them, and then as they were. */
@Component
public class AnnualAccounts {

    private final LiveAccounts accounts;
    private final FrozenYears years;
    private final FrozenFigures figures;
    private final AnnualReport report;
    private final CountedCases cases;
    private final Actor actor;
    private final Clock clock;

    AnnualAccounts(
            LiveAccounts accounts,
            FrozenYears years,
            FrozenFigures figures,
            AnnualReport report,
            CountedCases cases,
            Actor actor,
            Clock clock) {
        this.accounts = accounts;
        this.years = years;
        this.figures = figures;
        this.report = report;
        this.cases = cases;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What the lead signs.
     *
     * @param version 1 for what is signed first
     * @param reason why it is signed anew; null for the first version
     * @param comment what the lead says of the year; null for nothing
     */
    public record Signing(
            String programme,
            int year,
            int version,
            @Nullable String reason,
            @Nullable String comment) {}

    /** Keeps the figures of a year as they are now: each whole, by each dimension, and of each sex by each other one. */
    @Transactional
    public void sign(Signing signing) {
        FrozenYears.Stored year = new FrozenYears.Stored(
                UUID.randomUUID(),
                signing.programme(),
                signing.year(),
                signing.version(),
                clock.instant(),
                signing.reason());
        Account whole = account(signing.programme(), signing.year(), null, null);
        years.add(year, actor.user(), report.print(whole, AnnualReport.Head.signed(signing, actor.user())));
        List<FrozenRow> rows =
                new ArrayList<>(FrozenFigures.rows(whole, null, null).toList());
        for (Dimension by : Dimension.values()) {
            rows.addAll(rows(signing, null, by));
        }
        sexes(rows).forEach(sex -> {
            rows.addAll(FrozenFigures.rows(account(signing.programme(), signing.year(), sex, null), sex, null)
                    .toList());
            Stream.of(Dimension.values())
                    .filter(by -> by != Dimension.SEX)
                    .forEach(by -> rows.addAll(rows(signing, sex, by)));
        });
        figures.add(year.id(), whole, rows);
    }

    private List<FrozenRow> rows(Signing signing, @Nullable String sex, Dimension by) {
        return FrozenFigures.rows(account(signing.programme(), signing.year(), sex, by), sex, by)
                .toList();
    }

    private static List<String> sexes(List<FrozenRow> rows) {
        return rows.stream()
                .filter(row -> Dimension.SEX.parameter().equals(row.dimension()) && row.code() != null)
                .map(FrozenRow::code)
                .distinct()
                .toList();
    }

    private Account account(String programme, int year, @Nullable String sex, @Nullable Dimension by) {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        if (sex != null) {
            filters.put(Dimension.SEX, sex);
        }
        return accounts.of(new Selection(programme, Period.year(year), filters, by));
    }

    /**
     * The annual report as PDF: the version that was signed.
     *
     * @param version null for the newest
     * @return empty if there is none
     */
    public Optional<byte[]> signed(String programme, int year, @Nullable Integer version) {
        return years.document(programme, year, version);
    }

    /** The annual report as PDF, as it would be signed today; it says that it is not. */
    @Transactional
    public byte[] draft(String programme, int year) {
        return report.print(account(programme, year, null, null), AnnualReport.Head.draft(year));
    }

    /** What the figures of a year lack as they are today: a sentence each. */
    @Transactional
    public List<String> missing(String programme, int year) {
        return report.of(account(programme, year, null, null)).unmeasured();
    }

    /** The newest version of a year; 0 if it is not signed. */
    public int version(String programme, int year) {
        return years.newest(programme, year).map(FrozenYears.Stored::version).orElse(0);
    }

    /**
     * The years that count a case and are not signed: what their figures are counted from may not be erased.
     *
     * @return by case number; cases of which each year is signed are left out
     */
    @Transactional
    public Map<String, List<Integer>> unsigned(Collection<String> caseNumbers) {
        cases.refresh();
        return years.unsigned(caseNumbers).stream()
                .collect(Collectors.groupingBy(
                        FrozenYears.Unsigned::caseNumber,
                        TreeMap::new,
                        Collectors.mapping(FrozenYears.Unsigned::year, Collectors.toList())));
    }

    /**
     * The figures of a year as they were signed last, and nothing of what they are today, for readers of published tables.
     *
     * @return as of {@link #frozen}
     */
    Optional<Account> asSigned(Selection selection) {
        return newest(selection).flatMap(year -> shown(year.id(), selection)
                .map(shown -> new Account(
                        selection.programme(),
                        selection.period().from(),
                        selection.period().to(),
                        shown,
                        new Account.Frozen(year.version(), years.signedOn(year), year.reason(), null, List.of()))));
    }

    private Optional<FrozenYears.Stored> newest(Selection selection) {
        return selection.period().isYear()
                ? years.newest(selection.programme(), selection.period().from().getYear())
                : Optional.empty();
    }

    /**
     * The figures of a year as they were signed last, with what is otherwise today, for the lead: of all, of one sex, or of one code of a dimension, the first two also
     * broken down.
     *
     * @return empty if the year is not signed, or if the selection is none that was
     */
    Optional<Account> frozen(Selection selection) {
        return newest(selection)
                .flatMap(year -> shown(year.id(), selection).map(shown -> signed(selection, year, shown)));
    }

    private Account signed(Selection selection, FrozenYears.Stored year, List<Account.Shown> shown) {
        Period period = selection.period();
        Account then = new Account(selection.programme(), period.from(), period.to(), shown);
        // Counts first: it brings up to date what the years are asked of.
        List<String> changed = then.changedIn(accounts.of(selection.whole()));
        return new Account(
                selection.programme(),
                period.from(),
                period.to(),
                shown,
                new Account.Frozen(
                        year.version(), years.signedOn(year), year.reason(), years.laterCorrections(year), changed));
    }

    private Optional<List<Account.Shown>> shown(UUID year, Selection selection) {
        Map<Dimension, String> filters = selection.filters();
        String sex = filters.get(Dimension.SEX);
        if (filters.isEmpty() || filters.size() == 1 && sex != null) {
            return Optional.of(figures.of(year, sex, selection.by()));
        }
        return filters.size() > 1 || selection.by() != null
                ? Optional.empty()
                : filters.entrySet().stream()
                        .map(one -> figures.only(year, one.getKey(), one.getValue()))
                        .findFirst();
    }
}

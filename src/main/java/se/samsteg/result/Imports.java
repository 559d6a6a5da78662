package se.samsteg.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.casefile.CaseNumbersTaken;
import se.samsteg.form.CaseNumber;
import se.samsteg.programme.Settings;

/** Takes in earlier cases from a file: all rows, or none. */
@Component
class Imports {

    /** Different cohorts of a file: figures are broken down and signed by cohort, and a case is no cohort. */
    static final int COHORTS = 200;

    private static final String COHORT = "cohort";

    /** Rows that are compared and written at once. */
    private static final int BATCH = 500;

    private final ImportColumns columns;
    private final ImportedCases imported;
    private final CountedCases counted;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Imports(
            ImportColumns columns,
            ImportedCases imported,
            CountedCases counted,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.columns = columns;
        this.imported = imported;
        this.counted = counted;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * A dry run does the same, and undoes it.
     *
     * @param file CSV, as {@code results/import.yml} describes it
     * @return empty if another import runs
     */
    Optional<ImportReport> run(Settings programme, byte[] file, boolean dryRun) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!imported.lock()) {
                return Optional.empty();
            }
            Run run = new Run(programme);
            ImportReport report = run.of(file);
            if (dryRun || !run.errors.none()) {
                status.setRollbackOnly();
            }
            return Optional.of(report);
        }));
    }

    /** One file on its way in. */
    private class Run {

        private final Settings programme;
        private final ImportReport.Errors errors = new ImportReport.Errors();
        private final ImportRules rules;
        private final Map<String, Integer> lines = new HashMap<>();
        private final Set<String> cohorts = new HashSet<>();
        private final List<ImportRow> batch = new ArrayList<>();
        private int rows;
        private int added;
        private int changed;
        private int unchanged;

        Run(Settings programme) {
            this.programme = programme;
            this.rules = new ImportRules(programme, columns, errors);
        }

        ImportReport of(byte[] file) {
            new ImportFile(columns, errors).read(file, this::take);
            settle();
            return new ImportReport(rows, added, changed, unchanged, errors.listed(), errors.more());
        }

        private void take(ImportRow row) {
            rows++;
            Integer earlier = row.caseNumber().isEmpty() ? null : lines.putIfAbsent(row.caseNumber(), row.line());
            if (earlier != null) {
                errors.add(row.line(), "case_number", "Ärendenumret står redan på rad %d.".formatted(earlier));
                return;
            }
            String cohort = row.cells().get(COHORT);
            if (cohort != null && cohorts.add(cohort) && cohorts.size() == COHORTS + 1) {
                errors.add(
                        row.line(),
                        COHORT,
                        "Filen har fler än %d kohorter. Skriv samma namn för alla som hör till samma kohort."
                                .formatted(COHORTS));
            }
            batch.add(row);
            if (batch.size() == BATCH) {
                settle();
            }
        }

        /** The numbers are taken first: no case of Samsteg's own can get one of them after it was looked for. */
        private void settle() {
            events.publishEvent(new CaseNumbersTaken(
                    programme.id(),
                    batch.stream()
                            .flatMap(row -> CaseNumber.parse(row.caseNumber()).stream())
                            .filter(number -> number.prefix().equals(programme.casePrefix()))
                            .toList()));
            counted.refresh();
            Map<String, ImportedCases.Known> known = imported.find(
                    programme.id(),
                    batch.stream()
                            .map(ImportRow::caseNumber)
                            .filter(number -> CaseNumber.parse(number).isPresent())
                            .toList());
            List<ImportRow> written = batch.stream()
                    .filter(row -> isWritten(row, known.get(row.caseNumber())))
                    .toList();
            if (errors.none()) {
                imported.write(written);
            }
            batch.clear();
        }

        /** A row that is as Samsteg has it is not checked: the programme's codes may have changed since. */
        private boolean isWritten(ImportRow row, ImportedCases.@Nullable Known known) {
            if (known != null && known.cells().equals(row.cells())) {
                unchanged++;
                return false;
            }
            int before = errors.count();
            rules.check(row);
            if (known != null && known.own()) {
                errors.add(
                        row.line(),
                        "case_number",
                        "Ärendet finns i Samsteg, som säger något annat än raden. Rätta ärendet i Samsteg och ta bort raden.");
            }
            if (errors.count() > before) {
                return false;
            }
            if (known == null) {
                added++;
            } else {
                changed++;
            }
            return true;
        }
    }
}

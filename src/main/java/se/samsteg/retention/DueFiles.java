package se.samsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.result.AnnualAccounts;
import se.samsteg.retention.ClosedFiles.File;

/** Which files are too old, and what is to become of each. */
@Component
class DueFiles {

    private final ClosedFiles closed;
    private final Retentions retentions;
    private final Processes processes;
    private final Programmes programmes;
    private final AnnualAccounts accounts;
    private final Clock clock;

    DueFiles(
            ClosedFiles closed,
            Retentions retentions,
            Processes processes,
            Programmes programmes,
            AnnualAccounts accounts,
            Clock clock) {
        this.closed = closed;
        this.retentions = retentions;
        this.processes = processes;
        this.programmes = programmes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The last day of which a note is too old. */
    LocalDate lastNote(String programme) {
        return lastNote(programmes.get(programme));
    }

    private LocalDate lastNote(Settings settings) {
        return LocalDate.now(clock).minus(settings.retention().keep());
    }

    /** As {@link #lastNote(String)}, of the programme that keeps longest: what belongs to none is kept as long. */
    LocalDate lastNoteAnywhere() {
        return programmes.all().stream()
                .map(this::lastNote)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** All that are too old today. */
    List<File> all(String programme) {
        return closed.untouchedSince(programme, lastNote(programme));
    }

    /** Those that the lead was shown and that still are too old: what has been noted since keeps a file. */
    Shown shown(Retentions.Stored retention) {
        Set<String> shown = retentions.shown(retention.id());
        List<File> files = all(retention.programme()).stream()
                .filter(file -> shown.contains(file.number()))
                .toList();
        return new Shown(
                files,
                retentions.held(retention.programme()),
                processes.running(),
                accounts.unsigned(
                        files.stream().flatMap(file -> file.cases().stream()).toList()));
    }

    /** Whether an archive has it before it goes, because of the person's day of birth, or because that is not known. */
    boolean forArchive(File file) {
        return file.born() == null
                || programmes
                        .of(file.number())
                        .retention()
                        .archiveDays()
                        .contains(file.born().getDayOfMonth());
    }

    /**
     * Files and what keeps some of them.
     *
     * @param holds by file
     * @param running numbers of cases that a process is still about
     * @param unsigned by number of a case the years that count it and whose figures are not signed
     */
    record Shown(
            List<File> files,
            Map<String, Retentions.Hold> holds,
            Set<String> running,
            Map<String, List<Integer>> unsigned) {

        /** What cannot go yet. */
        List<File> unfinished() {
            return files.stream().filter(this::goesOn).toList();
        }

        /** What is erased unless it is held. */
        List<File> finished() {
            return files.stream().filter(file -> !goesOn(file)).toList();
        }

        /** What is erased. */
        List<File> going() {
            return finished().stream()
                    .filter(file -> !holds.containsKey(file.number()))
                    .toList();
        }

        /** What stays for a reason. */
        List<File> held() {
            return finished().stream()
                    .filter(file -> holds.containsKey(file.number()))
                    .toList();
        }

        private boolean goesOn(File file) {
            return file.cases().stream().anyMatch(number -> running.contains(number) || unsigned.containsKey(number));
        }

        /** The years whose figures wait for the signature, of all cases of a file. */
        List<Integer> unsigned(File file) {
            return file.cases().stream()
                    .flatMap(number -> unsigned.getOrDefault(number, List.of()).stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}

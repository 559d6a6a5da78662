package se.samsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Erasure;
import se.samsteg.retention.ClosedFiles.File;

/** Erases the files that go, in the domain's tables and in the engine's history, and gives the archive its own first. */
@Component
class Disposal {

    private final Retentions retentions;
    private final DueFiles dueFiles;
    private final Erasure erasure;
    private final Archive archive;
    private final Processes processes;
    private final Clock clock;

    Disposal(
            Retentions retentions,
            DueFiles dueFiles,
            Erasure erasure,
            Archive archive,
            Processes processes,
            Clock clock) {
        this.retentions = retentions;
        this.dueFiles = dueFiles;
        this.erasure = erasure;
        this.archive = archive;
        this.processes = processes;
        this.clock = clock;
    }

    /** Ends the processes that watch the consents of what goes: the engine erases what has ended in an earlier transaction. */
    void endProcesses(String retentionId) {
        processes.end(cases(dueFiles.shown(retentions.get(retentionId)).going()));
    }

    /**
     * Erases in one transaction, after the archive has its files on disk.
     *
     * @return how many of what went
     */
    Numbers erase(String retentionId) {
        retentions.takeTheirTime();
        Retentions.Stored retention = retentions.get(retentionId);
        erasure.lock(cases(dueFiles.shown(retention).going()));
        DueFiles.Shown shown = dueFiles.shown(retention);
        List<File> going = shown.going();
        List<File> archived = going.stream().filter(dueFiles::forArchive).toList();
        archived.forEach(archive::keep);
        // Whether an archive is to have it cannot be told: it has a copy, and the lead decides about the file.
        shown.held().stream().filter(file -> file.born() == null).forEach(archive::keep);
        processes.erase(cases(going));
        erasure.erase(cases(going), going.stream().map(File::person).toList());
        int notes = erasure.eraseNotes(retention.programme(), dueFiles.lastNote(retention.programme()));
        erasure.eraseOthers(dueFiles.lastNoteAnywhere());
        Numbers numbers = Numbers.of(going, notes, archived.size(), shown.held().size());
        retentions.done(retention.id(), LocalDate.now(clock), numbers);
        return numbers;
    }

    private static Set<String> cases(List<File> files) {
        return files.stream().flatMap(file -> file.cases().stream()).collect(Collectors.toSet());
    }
}

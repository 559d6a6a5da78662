package se.samsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.casefile.Erasure;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.retention.ClosedFiles.File;

/**
 * Erases old rows of the access log, imported cases, which have no file to go through, and contacts that are not used any
 * more, and finds the files that are due.
 */
@Component
class Preparation {

    private final Retentions retentions;
    private final DueFiles dueFiles;
    private final AccessLog log;
    private final Erasure erasure;
    private final Programmes programmes;
    private final Clock clock;

    Preparation(
            Retentions retentions,
            DueFiles dueFiles,
            AccessLog log,
            Erasure erasure,
            Programmes programmes,
            Clock clock) {
        this.retentions = retentions;
        this.dueFiles = dueFiles;
        this.log = log;
        this.erasure = erasure;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** @return whether there are any files */
    boolean prepare(String retentionId) {
        retentions.takeTheirTime();
        Retentions.Stored retention = retentions.get(retentionId);
        Settings settings = programmes.get(retention.programme());
        log.erase(
                settings.tenant(),
                LocalDate.now(clock).minus(settings.retention().keepLog()));
        erasure.eraseUnnamed(retention.programme(), dueFiles.lastNote(retention.programme()));
        erasure.eraseContacts(dueFiles.lastNoteAnywhere());
        List<File> due = dueFiles.all(retention.programme());
        retentions.show(retention.id(), due.stream().map(File::number).toList());
        retentions.holdBirthUnknown(
                due.stream()
                        .filter(file -> file.born() == null)
                        .map(File::number)
                        .toList(),
                LocalDate.now(clock));
        return !due.isEmpty();
    }
}

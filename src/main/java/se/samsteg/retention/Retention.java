package se.samsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.access.AccessLog;
import se.samsteg.casefile.Erasure;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.Forms;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;
import se.samsteg.retention.ClosedFiles.File;

/**
 * Gallring: on the first working day of a year the programme lead sees which files may no longer be kept, and what is
 * not held back is erased, in the domain's tables and in the engine's history together. The file of a person born on a
 * day that is kept for research goes to an archive first. What remains is numbers.
 */
@Phase("retention")
public class Retention {

    private final Retentions retentions;
    private final Years years;
    private final Erasure erasure;
    private final Archive archive;
    private final Processes processes;
    private final DueFiles dueFiles;
    private final AccessLog log;
    private final Forms forms;
    private final Actor actor;
    private final Letter letter;
    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Clock clock;

    Retention(
            Retentions retentions,
            Years years,
            Erasure erasure,
            Archive archive,
            Processes processes,
            DueFiles dueFiles,
            AccessLog log,
            Forms forms,
            Actor actor,
            Letter letter,
            Programme programme,
            Programmes programmes,
            WorkingDays workingDays,
            Clock clock) {
        this.retentions = retentions;
        this.years = years;
        this.erasure = erasure;
        this.archive = archive;
        this.processes = processes;
        this.dueFiles = dueFiles;
        this.log = log;
        this.forms = forms;
        this.actor = actor;
        this.letter = letter;
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The morning of the first working day after the year. */
    public Date due(String retentionId) {
        return programme.morning(begun(retentionId));
    }

    private LocalDate begun(String retentionId) {
        return workingDays.onOrAfter(LocalDate.of(retentions.get(retentionId).year() + 1, 1, 1));
    }

    public void openNext(String retentionId) {
        Retentions.Stored retention = retentions.get(retentionId);
        years.open(retention.programme(), retention.year() + 1);
    }

    /** Erases old rows of the log, finds the files that are due, and says in {@code found} whether there are any. */
    public void prepare(DelegateExecution execution) {
        retentions.takeTheirTime();
        Retentions.Stored retention = retentions.get((String) execution.getVariable("retentionId"));
        Settings settings = programmes.get(retention.programme());
        log.erase(
                settings.tenant(),
                LocalDate.now(clock).minus(settings.retention().keepLog()));
        List<File> due = dueFiles.all(retention.programme());
        retentions.show(retention.id(), due.stream().map(File::number).toList());
        retentions.holdBirthUnknown(
                due.stream()
                        .filter(file -> file.born() == null)
                        .map(File::number)
                        .toList(),
                LocalDate.now(clock));
        execution.setVariable("found", !due.isEmpty());
    }

    /** The calendar year that is over. */
    public String year(String retentionId) {
        return String.valueOf(retentions.get(retentionId).year());
    }

    /** Up to which day a file's last note was made, {@code 2026-01-02}. */
    public String lastNote(String retentionId) {
        return dueFiles.lastNote(retentions.get(retentionId).programme()).toString();
    }

    /** The files that go unless they are held, as the lead chooses among them. */
    public List<Choice> files(String retentionId) {
        DueFiles.Shown shown = shown(retentionId);
        return shown.finished().stream()
                .map(file -> new Choice(label(file, shown.holds().get(file.number())), file.number()))
                .toList();
    }

    private DueFiles.Shown shown(String retentionId) {
        return dueFiles.shown(retentions.get(retentionId));
    }

    /** {@code SB-2021-0042, SB-2023-0007 · senaste anteckning 2023-05-04 · 81 anteckningar, 3 handlingar, 20 brev}. */
    private String label(File file, Retentions.@Nullable Hold hold) {
        return "%s · senaste anteckning %s · %s, %s, %d brev%s%s"
                .formatted(
                        String.join(", ", file.cases()),
                        file.lastNote(),
                        Numbers.counted(file.facts(), "anteckning", "anteckningar"),
                        Numbers.counted(file.documents(), "handling", "handlingar"),
                        file.letters(),
                        dueFiles.forArchive(file) ? " · lämnas till arkivet" : "",
                        hold == null ? "" : " · " + hold.words());
    }

    /** Those who are held since an earlier year; ticked to begin with. */
    public List<String> held(String retentionId) {
        return shown(retentionId).held().stream().map(File::number).toList();
    }

    /** Why the held ones are held, as the lead said last; empty if none is. */
    public String reason(String retentionId) {
        return shown(retentionId).holds().values().stream()
                .max(Comparator.comparing(Retentions.Hold::since))
                .map(Retentions.Hold::reason)
                .orElse("");
    }

    /** What is old enough and cannot go yet; empty if nothing is. */
    public String running(String retentionId) {
        return shown(retentionId).unfinished().stream()
                .map(file -> String.join(", ", file.cases()))
                .collect(Collectors.joining("\n"));
    }

    public Date reminder(String retentionId) {
        return programme.morning(
                begun(retentionId).plus(settings(retentionId).retention().reminderAfter()));
    }

    public Date deadline(String retentionId) {
        return programme.morning(
                begun(retentionId).plus(settings(retentionId).retention().within()));
    }

    private Settings settings(String retentionId) {
        return programmes.get(retentions.get(retentionId).programme());
    }

    /**
     * Holds the chosen files, and ends the processes that watch the consents of the others: the engine erases what has
     * ended, and only in another transaction. Which they are is no fact: nothing that stays may tell whose file was
     * gone through.
     */
    public void recordReview(DelegateTask task) {
        Retentions.Stored retention = retentions.get((String) task.getVariable("retentionId"));
        Review review = forms.of(task).as(Review.class);
        retentions.hold(
                retention.id(),
                review.hold(),
                Objects.requireNonNullElse(review.reason(), ""),
                actor.user(),
                LocalDate.now(clock));
        processes.end(cases(dueFiles.shown(retention).going()));
    }

    private static Set<String> cases(List<File> files) {
        return files.stream().flatMap(file -> file.cases().stream()).collect(Collectors.toSet());
    }

    /** Erases in one transaction, after the archive has its files on disk. */
    public void erase(DelegateExecution execution) {
        retentions.takeTheirTime();
        Retentions.Stored retention = retentions.get((String) execution.getVariable("retentionId"));
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
        execution.setVariable("erased", numbers.words());
    }

    public void remind(DelegateExecution execution) {
        letter.toLeads(execution, "retention-reminder", null, tenant(execution), yearOf(execution));
    }

    /** Tells the steering group that the lead has not gone through it. */
    public void tellOverdue(DelegateExecution execution) {
        letter.toSteeringGroup(execution, "retention-overdue", tenant(execution), yearOf(execution));
    }

    /** Tells the leads what went, in numbers. */
    public void tell(DelegateExecution execution) {
        letter.toLeads(
                execution,
                "retention-done",
                null,
                tenant(execution),
                Objects.requireNonNull(execution.getVariable("erased")).toString());
    }

    private String yearOf(DelegateExecution execution) {
        return year((String) execution.getVariable("retentionId"));
    }

    private static String tenant(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getTenantId());
    }
}

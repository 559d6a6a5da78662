package se.samsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.access.AccessLog;
import se.samsteg.casefile.ClosedFiles;
import se.samsteg.casefile.ClosedFiles.File;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Choice;
import se.samsteg.engine.Forms;
import se.samsteg.engine.Phase;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/**
 * Gallring: on the first working day of a year the programme lead sees which files may no longer be kept, and what is not
 * held back is erased, in the domain's tables and in the engine's history together. Whoever was born on a day that is kept
 * for research goes to an archive first. What remains is numbers.
 */
@Phase("retention")
public class Retention {

    private final Retentions retentions;
    private final Years years;
    private final ClosedFiles closed;
    private final Archive archive;
    private final PastProcesses past;
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
            ClosedFiles closed,
            Archive archive,
            PastProcesses past,
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
        this.closed = closed;
        this.archive = archive;
        this.past = past;
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
        Retentions.Stored retention = retentions.get((String) execution.getVariable("retentionId"));
        Settings settings = programmes.get(retention.programme());
        log.erase(settings.tenant(), ago(settings.retention().keepLog()));
        List<File> due = tooOld(retention.programme());
        retentions.show(retention.id(), due.stream().map(File::number).toList());
        execution.setVariable("found", !due.isEmpty());
    }

    private List<File> tooOld(String programmeId) {
        return closed.untouchedSince(
                programmeId, ago(programmes.get(programmeId).retention().keep()));
    }

    private LocalDate ago(Period period) {
        return LocalDate.now(clock).minus(period);
    }

    /** The calendar year that is over. */
    public String year(String retentionId) {
        return String.valueOf(retentions.get(retentionId).year());
    }

    /** Up to which day a file's last note was made, {@code 2026-01-02}. */
    public String lastNote(String retentionId) {
        return ago(settings(retentionId).retention().keep()).toString();
    }

    /** The files that go unless they are held, as the lead chooses among them. */
    public List<Choice> files(String retentionId) {
        Retentions.Stored retention = retentions.get(retentionId);
        Map<String, Retentions.Hold> held = retentions.held(retention.programme());
        return shown(retention).stream()
                .filter(file -> !file.running())
                .map(file -> new Choice(label(file, held.get(file.number())), file.number()))
                .toList();
    }

    private List<File> shown(Retentions.Stored retention) {
        Set<String> shown = retentions.shown(retention.id());
        return tooOld(retention.programme()).stream()
                .filter(file -> shown.contains(file.number()))
                .toList();
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
                        archived(file) ? " · lämnas till arkivet" : "",
                        hold == null
                                ? ""
                                : " · hålls kvar sedan %s: %s"
                                        .formatted(
                                                hold.since(),
                                                Reason.of(hold.reason()).words()));
    }

    private boolean archived(File file) {
        return file.born() != null
                && programmes
                        .of(file.number())
                        .retention()
                        .archiveDays()
                        .contains(file.born().getDayOfMonth());
    }

    /** Those who are held since an earlier year; ticked to begin with. */
    public List<String> held(String retentionId) {
        Retentions.Stored retention = retentions.get(retentionId);
        Set<String> held = retentions.held(retention.programme()).keySet();
        return shown(retention).stream()
                .filter(file -> !file.running() && held.contains(file.number()))
                .map(File::number)
                .toList();
    }

    /** Why the held ones are held, as the lead said last; empty if none is. */
    public String reason(String retentionId) {
        return retentions.held(retentions.get(retentionId).programme()).values().stream()
                .max(Comparator.comparing(Retentions.Hold::since))
                .map(Retentions.Hold::reason)
                .orElse("");
    }

    /** What is old enough and cannot go yet; empty if nothing is. */
    public String running(String retentionId) {
        return shown(retentions.get(retentionId)).stream()
                .filter(File::running)
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
     * Holds the chosen files, and ends what still watches over the others: the engine erases what has ended, and only in
     * another transaction. Which they are is no fact: nothing that stays may tell whose file was gone through.
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
        past.end(cases(going(retention)));
    }

    /** What was shown, is not held, and is still due: what has been noted since the lead looked keeps a file. */
    private List<File> going(Retentions.Stored retention) {
        Set<String> held = retentions.held(retention.programme()).keySet();
        return shown(retention).stream()
                .filter(file -> !file.running() && !held.contains(file.number()))
                .toList();
    }

    private static Set<String> cases(List<File> files) {
        return files.stream().flatMap(file -> file.cases().stream()).collect(Collectors.toSet());
    }

    /** Erases in one transaction, after the archive has its files on disk. */
    public void erase(DelegateExecution execution) {
        Retentions.Stored retention = retentions.get((String) execution.getVariable("retentionId"));
        LocalDate lastNote =
                ago(programmes.get(retention.programme()).retention().keep());
        List<File> going = going(retention);
        int held = retentions.held(retention.programme()).size();
        List<File> archived = going.stream().filter(this::archived).toList();
        archived.forEach(archive::keep);
        past.erase(cases(going));
        closed.erase(going);
        int notes = closed.eraseNotes(retention.programme(), lastNote);
        closed.eraseOthers(programmes.all().stream()
                .map(each -> ago(each.retention().keep()))
                .min(Comparator.naturalOrder())
                .orElse(lastNote));
        Numbers numbers = Numbers.of(going, notes, archived.size(), held);
        retentions.done(retention.id(), LocalDate.now(clock), numbers);
        execution.setVariable("erased", numbers.words());
    }

    public void remind(DelegateExecution execution) {
        letter.toLeads(execution, "retention-reminder", null, tenant(execution), yearOf(execution));
    }

    /** Tells the steering group that nobody has gone through it. */
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

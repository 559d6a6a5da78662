package se.samsteg.retention;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.Forms;
import se.samsteg.letter.Letter;

/**
 * Gallring: on the first working day of a year the programme lead sees which files may no longer be kept, and what is
 * not held back is erased, in the domain's tables and in the engine's history together. The file of a person born on a
 * day that is kept for research goes to an archive first. What remains is numbers.
 */
@Phase("retention")
public class Retention {

    private final RetentionYear year;
    private final Preparation preparation;
    private final ReviewedFiles files;
    private final Disposal disposal;
    private final Forms forms;
    private final Letter letter;

    Retention(
            RetentionYear year,
            Preparation preparation,
            ReviewedFiles files,
            Disposal disposal,
            Forms forms,
            Letter letter) {
        this.year = year;
        this.preparation = preparation;
        this.files = files;
        this.disposal = disposal;
        this.forms = forms;
        this.letter = letter;
    }

    /** The morning of the first working day after the year. */
    public Date due(String retentionId) {
        return year.due(retentionId);
    }

    public void openNext(String retentionId) {
        year.openNext(retentionId);
    }

    /** Erases old rows of the log, finds the files that are due, and says in {@code found} whether there are any. */
    public void prepare(DelegateExecution execution) {
        execution.setVariable("found", preparation.prepare(retentionId(execution)));
    }

    /** The calendar year that is over. */
    public String year(String retentionId) {
        return year.of(retentionId);
    }

    /** Up to which day a file's last note was made, {@code 2026-01-02}. */
    public String lastNote(String retentionId) {
        return files.lastNote(retentionId).toString();
    }

    /** The files that go unless they are held, as the lead chooses among them. */
    public List<Choice> files(String retentionId) {
        return files.choices(retentionId);
    }

    /** Those who are held since an earlier year; ticked to begin with. */
    public List<String> held(String retentionId) {
        return files.held(retentionId);
    }

    /** Why the held ones are held, as the lead said last; empty if none is. */
    public String reason(String retentionId) {
        return files.reason(retentionId);
    }

    /** What is old enough and cannot go yet; empty if nothing is. */
    public String running(String retentionId) {
        return files.running(retentionId);
    }

    public Date reminder(String retentionId) {
        return year.reminder(retentionId);
    }

    public Date deadline(String retentionId) {
        return year.deadline(retentionId);
    }

    /**
     * Holds the chosen files, and ends the processes that watch the consents of the others: the engine erases what has
     * ended, and only in another transaction. Which they are is no fact: nothing that stays may tell whose file was
     * gone through.
     */
    public void recordReview(DelegateTask task) {
        String retentionId = (String) task.getVariable("retentionId");
        files.hold(retentionId, forms.of(task).as(Review.class));
        disposal.endProcesses(retentionId);
    }

    /** Erases in one transaction, after the archive has its files on disk. */
    public void erase(DelegateExecution execution) {
        execution.setVariable("erased", disposal.erase(retentionId(execution)).words());
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
        return year.of(retentionId(execution));
    }

    private static String retentionId(DelegateExecution execution) {
        return (String) execution.getVariable("retentionId");
    }

    private static String tenant(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getTenantId());
    }
}

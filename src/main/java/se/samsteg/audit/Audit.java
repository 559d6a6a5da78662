package se.samsteg.audit;

import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.access.AccessLog;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;

/**
 * Loggkontroll: on the first working day of a month the programme lead looks at a random sample of who looked at what in
 * the month before. The lead's own views are among them, so the steering group is told how it went, in numbers. Who is
 * refused much is told to the leads at once.
 */
@Phase("audit")
public class Audit {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", SWEDISH);

    private final Audits audits;
    private final Months months;
    private final Sample sample;
    private final AuditDates dates;
    private final AuditLetters letters;
    private final Facts facts;
    private final Actor actor;

    Audit(
            Audits audits,
            Months months,
            Sample sample,
            AuditDates dates,
            AuditLetters letters,
            Facts facts,
            Actor actor) {
        this.audits = audits;
        this.months = months;
        this.sample = sample;
        this.dates = dates;
        this.letters = letters;
        this.facts = facts;
        this.actor = actor;
    }

    /** The morning of the first working day after the month. */
    public Date due(String auditId) {
        return dates.due(auditId);
    }

    public void openNext(String auditId) {
        Audits.Stored audit = audits.get(auditId);
        months.open(audit.programme(), audit.month().plusMonths(1));
    }

    /** Draws the sample, and says in {@code viewed} whether there was anything to draw from. */
    public void draw(DelegateExecution execution) {
        execution.setVariable("viewed", sample.draw((String) execution.getVariable("auditId")));
    }

    /** The month as the head of a form, such as {@code november 2026}. */
    public String month(String auditId) {
        return MONTH.format(audits.get(auditId).month());
    }

    /** The drawn views as the lead chooses among them. */
    public List<Choice> sample(String auditId) {
        return sample.choices(auditId);
    }

    /** Who was refused more often than the setting within an hour, a line for each such hour of the month. */
    public String refusals(String auditId) {
        return sample.refusals(auditId);
    }

    public Date reminder(String auditId) {
        return dates.reminder(auditId);
    }

    public Date deadline(String auditId) {
        return dates.deadline(auditId);
    }

    /** What was found, and how many of the views were the reviewer's own; {@code found} is for the steering group. */
    public void recordReview(DelegateTask task) {
        String auditId = (String) task.getVariable("auditId");
        Review review =
                facts.record(task, Review.class, audits.get(auditId).id().toString());
        List<AccessLog.Row> rows = sample.rows(auditId);
        long own = rows.stream().filter(row -> row.user().equals(actor.user())).count();
        task.getExecution()
                .setVariable(
                        "found",
                        "%d granskade, varav %d egna, %d att följa upp"
                                .formatted(rows.size(), own, review.followUp().size()));
    }

    public void remind(DelegateExecution execution) {
        letters.remind(execution, monthOf(execution));
    }

    /** Tells the steering group how it went, in numbers. */
    public void tell(DelegateExecution execution) {
        letters.tell(execution, monthOf(execution));
    }

    /** Tells the steering group that the leads have not gone through the sample. */
    public void tellOverdue(DelegateExecution execution) {
        letters.tellOverdue(execution, monthOf(execution));
    }

    /** Tells the leads who was refused, how often and when; never what was sought. */
    public void tellRefused(DelegateExecution execution) {
        letters.tellRefused(execution);
    }

    private String monthOf(DelegateExecution execution) {
        return month((String) execution.getVariable("auditId"));
    }
}

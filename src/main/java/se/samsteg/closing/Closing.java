package se.samsteg.closing;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.letter.Letter;
import se.samsteg.result.AnnualAccounts;

/**
 * Årsbokslut: on the first working day of a year the programme lead goes through the figures of the year before and signs
 * them. From then on they stay as they are, also when answers are corrected and files erased. A new version needs a
 * reason.
 */
@Phase("closing")
public class Closing {

    private final Closings closings;
    private final ClosingYears years;
    private final EarlierYears earlier;
    private final ClosingDates dates;
    private final AnnualAccounts accounts;
    private final Forms forms;
    private final Letter letter;

    Closing(
            Closings closings,
            ClosingYears years,
            EarlierYears earlier,
            ClosingDates dates,
            AnnualAccounts accounts,
            Forms forms,
            Letter letter) {
        this.closings = closings;
        this.years = years;
        this.earlier = earlier;
        this.dates = dates;
        this.accounts = accounts;
        this.forms = forms;
        this.letter = letter;
    }

    /** The morning of the first working day after the year. */
    public Date due(String closingId) {
        return dates.due(closings.get(closingId));
    }

    public void openNext(String closingId) {
        Closings.Stored closing = closings.get(closingId);
        years.open(closing.programme(), closing.year() + 1);
    }

    /** Takes in a year that the lead wants to sign, from the start form. */
    public void plan(DelegateExecution execution) {
        earlier.plan(execution);
    }

    /** The calendar year, as the head of a form. */
    public String year(String closingId) {
        return String.valueOf(closings.get(closingId).year());
    }

    /** Why the year is signed anew; empty for the first version. */
    public String reason(String closingId) {
        return Objects.requireNonNullElse(closings.get(closingId).reason(), "");
    }

    /** What the figures lack today, a line each; empty if they lack nothing. */
    public String missing(String closingId) {
        Closings.Stored closing = closings.get(closingId);
        return String.join("\n", accounts.missing(closing.programme(), closing.year()));
    }

    /** When the lead is reminded, counted from today. */
    public Date reminder(String closingId) {
        return dates.reminder(closings.get(closingId));
    }

    /** By when the lead should have signed, counted from today. */
    public Date deadline(String closingId) {
        return dates.deadline(closings.get(closingId));
    }

    /** Keeps the year's figures as they are now, and draws up the annual report. */
    public void sign(DelegateTask task) {
        Signature signature = forms.of(task).as(Signature.class);
        Closings.Stored closing = closings.get((String) task.getVariable("closingId"));
        accounts.sign(new AnnualAccounts.Signing(
                closing.programme(), closing.year(), closing.version(), closing.reason(), signature.comment()));
    }

    public void remind(DelegateExecution execution) {
        letter.toLeads(execution, "closing-reminder", null, tenant(execution), yearOf(execution));
    }

    /** Tells the steering group that the year is signed. */
    public void tell(DelegateExecution execution) {
        letter.toSteeringGroup(execution, "closing-signed", tenant(execution), yearOf(execution));
    }

    /** Tells the steering group that the lead has not signed. */
    public void tellOverdue(DelegateExecution execution) {
        letter.toSteeringGroup(execution, "closing-overdue", tenant(execution), yearOf(execution));
    }

    private String yearOf(DelegateExecution execution) {
        return year((String) execution.getVariable("closingId"));
    }

    private static String tenant(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getTenantId());
    }
}

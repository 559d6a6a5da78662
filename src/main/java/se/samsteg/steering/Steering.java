package se.samsteg.steering;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.programme.Programmes;

/**
 * Styrgruppsrapport: after each quarter the programme lead goes through its figures, says what they mean and sets the
 * agenda; the steering group and the convener get a letter with a link.
 */
@Phase("steering")
public class Steering {

    private final SteeringReports reports;
    private final Quarters quarters;
    private final SteeringDates dates;
    private final SteeringPaper paper;
    private final SteeringLetters letters;
    private final Programmes programmes;
    private final Forms forms;

    Steering(
            SteeringReports reports,
            Quarters quarters,
            SteeringDates dates,
            SteeringPaper paper,
            SteeringLetters letters,
            Programmes programmes,
            Forms forms) {
        this.reports = reports;
        this.quarters = quarters;
        this.dates = dates;
        this.paper = paper;
        this.letters = letters;
        this.programmes = programmes;
        this.forms = forms;
    }

    /** The morning of the first working day after the quarter. */
    public Date due(String steeringId) {
        return dates.due(reports.get(steeringId));
    }

    public void openNext(String steeringId) {
        SteeringReports.Stored report = reports.get(steeringId);
        quarters.open(report.programme(), report.next());
    }

    /** {@code kvartal 4, 2026}, as the head of a form. */
    public String quarter(String steeringId) {
        return reports.get(steeringId).title();
    }

    /** The standing points of the agenda, a line each. */
    public String agenda(String steeringId) {
        return paper.agenda(programmes.get(reports.get(steeringId).programme()));
    }

    /** When the lead is reminded, counted from today. */
    public Date reminder(String steeringId) {
        return dates.reminder(reports.get(steeringId));
    }

    /** By when the report should have been sent, counted from today. */
    public Date deadline(String steeringId) {
        return dates.deadline(reports.get(steeringId));
    }

    /** Draws up the report with what the lead has added. */
    public void record(DelegateTask task) {
        SteeringReports.Stored report = reports.get((String) task.getVariable("steeringId"));
        reports.sent(report.id(), paper.print(report, forms.of(task).as(QuarterReport.class)));
    }

    /** Tells the steering group and the convener that there is a report. */
    public void send(DelegateExecution execution) {
        letters.send(execution, report(execution));
    }

    public void remind(DelegateExecution execution) {
        letters.remind(execution, report(execution));
    }

    /** Tells the steering group that the lead has not sent the report. */
    public void tellOverdue(DelegateExecution execution) {
        letters.tellOverdue(execution, report(execution));
    }

    private SteeringReports.Stored report(DelegateExecution execution) {
        return reports.get((String) execution.getVariable("steeringId"));
    }
}

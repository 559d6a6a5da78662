package se.samsteg.steering;

import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** When a quarter's report is written: from the first working day after it. */
@Component
class SteeringDates {

    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;

    SteeringDates(Programme programme, Programmes programmes, WorkingDays workingDays) {
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
    }

    Date due(SteeringReports.Stored report) {
        return programme.morning(workingDays.onOrAfter(report.next()));
    }

    Date reminder(SteeringReports.Stored report) {
        return programme.morning(programme.today().plus(settings(report).reminderAfter()));
    }

    Date deadline(SteeringReports.Stored report) {
        return programme.morning(programme.today().plus(settings(report).within()));
    }

    private Settings.Steering settings(SteeringReports.Stored report) {
        return programmes.get(report.programme()).steering();
    }
}

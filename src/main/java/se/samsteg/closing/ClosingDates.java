package se.samsteg.closing;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** When a year is signed: from the first working day after it. */
@Component
class ClosingDates {

    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;

    ClosingDates(Programme programme, Programmes programmes, WorkingDays workingDays) {
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
    }

    Date due(Closings.Stored closing) {
        return programme.morning(workingDays.onOrAfter(LocalDate.of(closing.year() + 1, 1, 1)));
    }

    Date reminder(Closings.Stored closing) {
        return programme.morning(programme.today().plus(settings(closing).reminderAfter()));
    }

    Date deadline(Closings.Stored closing) {
        return programme.morning(programme.today().plus(settings(closing).within()));
    }

    private Settings.Closing settings(Closings.Stored closing) {
        return programmes.get(closing.programme()).closing();
    }
}

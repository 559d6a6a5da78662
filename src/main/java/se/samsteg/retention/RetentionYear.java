package se.samsteg.retention;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** The year that a retention is of, and when its files are gone through: from the first working day after the year. */
@Component
class RetentionYear {

    private final Retentions retentions;
    private final Years years;
    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;

    RetentionYear(
            Retentions retentions, Years years, Programme programme, Programmes programmes, WorkingDays workingDays) {
        this.retentions = retentions;
        this.years = years;
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
    }

    void openNext(String retentionId) {
        Retentions.Stored retention = retentions.get(retentionId);
        years.open(retention.programme(), retention.year() + 1);
    }

    String of(String retentionId) {
        return String.valueOf(retentions.get(retentionId).year());
    }

    Date due(String retentionId) {
        return programme.morning(begun(retentionId));
    }

    Date reminder(String retentionId) {
        return programme.morning(
                begun(retentionId).plus(settings(retentionId).retention().reminderAfter()));
    }

    Date deadline(String retentionId) {
        return programme.morning(
                begun(retentionId).plus(settings(retentionId).retention().within()));
    }

    private LocalDate begun(String retentionId) {
        return workingDays.onOrAfter(LocalDate.of(retentions.get(retentionId).year() + 1, 1, 1));
    }

    private Settings settings(String retentionId) {
        return programmes.get(retentions.get(retentionId).programme());
    }
}

package se.samsteg.audit;

import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** When a month's log is looked at: from the first working day after the month. */
@Component
class AuditDates {

    private final Audits audits;
    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;

    AuditDates(Audits audits, Programme programme, Programmes programmes, WorkingDays workingDays) {
        this.audits = audits;
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
    }

    Date due(String auditId) {
        return programme.morning(begun(auditId));
    }

    Date reminder(String auditId) {
        return within(auditId, settings(auditId).audit().reminderAfter());
    }

    Date deadline(String auditId) {
        return within(auditId, settings(auditId).audit().within());
    }

    private Date within(String auditId, Period period) {
        return programme.morning(begun(auditId).plus(period));
    }

    private LocalDate begun(String auditId) {
        return workingDays.onOrAfter(audits.get(auditId).month().plusMonths(1));
    }

    private Settings settings(String auditId) {
        return programmes.get(audits.get(auditId).programme());
    }
}

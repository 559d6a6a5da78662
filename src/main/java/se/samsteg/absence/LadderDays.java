package se.samsteg.absence;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.WorkingDays;

/** By when the coach goes home to a participant who did not come, counted from today. */
@Component
class LadderDays {

    private final Programmes programmes;
    private final Programme programme;
    private final WorkingDays workingDays;

    LadderDays(Programmes programmes, Programme programme, WorkingDays workingDays) {
        this.programmes = programmes;
        this.programme = programme;
        this.workingDays = workingDays;
    }

    Date homeVisitDue(String caseNumber) {
        return workingDay(homeVisit(caseNumber));
    }

    Date homeVisitOverdue(String caseNumber) {
        return workingDay(homeVisit(caseNumber) + 1);
    }

    private int homeVisit(String caseNumber) {
        return programmes.of(caseNumber).absence().homeVisitWorkingDays();
    }

    private Date workingDay(int count) {
        return morning(workingDays.after(today(), count));
    }

    Date morning(LocalDate day) {
        return programme.morning(day);
    }

    LocalDate today() {
        return programme.today();
    }
}

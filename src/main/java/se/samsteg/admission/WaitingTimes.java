package se.samsteg.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** When something is said about a case that begins to wait today. */
@Component
class WaitingTimes {

    private final Programme programme;
    private final Programmes programmes;
    private final Clock clock;

    WaitingTimes(Programme programme, Programmes programmes, Clock clock) {
        this.programme = programme;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** ISO 8601, {@code R/2026-12-22T08:00:00/P1M}. */
    String noteCycle(String caseNumber) {
        Period every = programmes.of(caseNumber).waiting().noteEvery();
        return "R/" + today().plus(every) + "T08:00:00/" + every;
    }

    Date alertDue(String caseNumber) {
        return programme.morning(
                today().plus(programmes.of(caseNumber).waiting().alertAfter()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

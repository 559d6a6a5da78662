package se.samsteg.pause;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** The days that a pause has by the programme's settings. */
@Component
class PauseDays {

    private final Programmes programmes;
    private final Programme programme;

    PauseDays(Programmes programmes, Programme programme) {
        this.programmes = programmes;
        this.programme = programme;
    }

    Date returnNears(String caseNumber, LocalDate lastDay) {
        return programme.morning(lastDay.minus(programmes.of(caseNumber).pause().planReturnBefore()));
    }

    Date morning(LocalDate day) {
        return programme.morning(day);
    }
}

package se.samsteg.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.WorkingDays;

/** The days of a sitting: when its agenda goes out, when it is held, when its minutes are due. */
@Component
class MeetingDays {

    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Clock clock;

    MeetingDays(Programme programme, Programmes programmes, WorkingDays workingDays, Clock clock) {
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The programme's number of working days before the sitting. */
    Date agendaDue(Sitting sitting) {
        int before = Objects.requireNonNull(programmes.get(sitting.programme()).conference())
                .agendaWorkingDaysBefore();
        return programme.morning(workingDays.before(sitting.day(), before));
    }

    Date held(Sitting sitting) {
        return programme.morning(sitting.day());
    }

    /** The working day after the sitting. */
    Date minutesDue(Sitting sitting) {
        return programme.morning(workingDays.after(sitting.day(), 1));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

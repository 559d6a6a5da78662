package se.samsteg.meeting;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/** When a programme's conference sits: at its interval, and on the next working day where that falls on a holiday. */
@Component
class Calendar {

    private final WorkingDays workingDays;

    Calendar(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** The sittings on or after a day, without end. */
    Stream<LocalDate> from(Settings.Conference conference, LocalDate day) {
        return Stream.iterate(0, n -> n + 1)
                .map(n -> conference.firstSitting().plus(conference.interval().multipliedBy(n)))
                .map(workingDays::onOrAfter)
                .dropWhile(sitting -> sitting.isBefore(day));
    }
}

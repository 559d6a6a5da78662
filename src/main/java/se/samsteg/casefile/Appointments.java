package se.samsteg.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.AppointmentRecorded.Meeting;

/** Tells what came of the meetings that are agreed with participants, as the last thing of the step that records it. */
@Component
public class Appointments {

    private final ApplicationEventPublisher events;

    Appointments(ApplicationEventPublisher events) {
        this.events = events;
    }

    /**
     * Illness, a valid reason and a time that staff moved are no absence: nothing is told.
     *
     * @param outcome code of an {@link Appointment}; null in a form that did not ask and records only what was held
     */
    public void recorded(String caseNumber, Meeting meeting, LocalDate day, @Nullable String outcome) {
        if (Appointment.held(outcome) || Appointment.ABSENT.is(outcome)) {
            events.publishEvent(new AppointmentRecorded(caseNumber, meeting, day, Appointment.held(outcome)));
        }
    }
}

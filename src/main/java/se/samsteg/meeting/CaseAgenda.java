package se.samsteg.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Settings;

/** When a case is assessed: what the conference asks of the sittings, and what it says to them. */
@Component
public class CaseAgenda {

    private final Sittings sittings;
    private final Agenda agenda;
    private final Schedule schedule;
    private final MinutesTask minutes;
    private final RuntimeService runtime;
    private final Clock clock;

    CaseAgenda(
            Sittings sittings,
            Agenda agenda,
            Schedule schedule,
            MinutesTask minutes,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.sittings = sittings;
        this.agenda = agenda;
        this.schedule = schedule;
        this.minutes = minutes;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Puts the case on the agenda of the next sitting from tomorrow on; if that was sent already, its process tells of it. */
    public void put(String caseNumber, Settings programme) {
        LocalDate today = LocalDate.now(clock);
        UUID next = schedule.next(programme, today).id();
        Sitting sitting = sittings.locked(next); // an agenda that is being sent has this case, or is sent already
        agenda.put(caseNumber, sitting, today);
        if (sitting.agendaSent()) {
            runtime.createMessageCorrelation("agenda.added")
                    .processInstanceBusinessKey(sitting.key())
                    .setVariable("addedCase", caseNumber)
                    .correlateAll(); // a process of an earlier model hears nothing
        }
    }

    /** The day of the sitting that is to assess the case. */
    public LocalDate day(String caseNumber) {
        return sittings.get(waiting(caseNumber).sitting()).day();
    }

    /** That sitting and how often the case was moved: {@code onsdag 9 december 2026 kl. 09.00, flyttad 1 gång}. */
    public String words(String caseNumber) {
        Agenda.Item item = waiting(caseNumber);
        return sittings.get(item.sitting()).when() + item.movedText();
    }

    /** The case is assessed; the open task that documents the sitting says so. */
    public void assessed(String caseNumber) {
        Sitting sitting = sittings.get(waiting(caseNumber).sitting());
        agenda.assessed(caseNumber, LocalDate.now(clock));
        minutes.showProgress(sitting);
    }

    /** A day and time at which a programme has a sitting. */
    public record Time(LocalDate day, LocalTime startsAt) {}

    /** The programme's first sitting after a day. */
    public Time next(Settings programme, LocalDate day) {
        Sitting next = schedule.next(programme, day);
        return new Time(next.day(), next.startsAt());
    }

    private Agenda.Item waiting(String caseNumber) {
        return agenda.waiting(caseNumber).orElseThrow();
    }
}

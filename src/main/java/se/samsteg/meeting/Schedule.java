package se.samsteg.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Which sitting comes next. A sitting that is asked for gets its process, if it has none. */
@Component
class Schedule {

    private final Sittings sittings;
    private final Calendar calendar;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    Schedule(Sittings sittings, Calendar calendar, Programmes programmes, @Lazy RuntimeService runtime, Clock clock) {
        this.sittings = sittings;
        this.calendar = calendar;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Opens every programme's next sitting when Samsteg starts; later ones are opened on the day of the one before. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void openComing() {
        programmes.all().stream()
                .filter(settings -> settings.conference() != null)
                .forEach(settings -> next(settings, LocalDate.now(clock).minusDays(1)));
    }

    /** The first sitting that is after this one and still to come. */
    Sitting after(Sitting sitting) {
        LocalDate today = LocalDate.now(clock);
        return next(programmes.get(sitting.programme()), sitting.day().isAfter(today) ? sitting.day() : today);
    }

    /** The programme's first sitting after a day. */
    Sitting next(Settings settings, LocalDate day) {
        Settings.Conference conference = Objects.requireNonNull(settings.conference());
        LocalDate regular =
                calendar.from(conference, day.plusDays(1)).findFirst().orElseThrow();
        sittings.add(Sitting.planned(settings.id(), regular, conference.time(), conference.place()));
        Sitting next = sittings.firstAfter(settings.id(), day);
        if (sittings.lockUnopened(next.id())) {
            runtime.createMessageCorrelation("sitting.coming")
                    .processInstanceBusinessKey(next.key())
                    .setVariable("programme", next.programme())
                    .setVariable("sittingId", next.id().toString())
                    .correlateStartMessage();
        }
        return next;
    }
}

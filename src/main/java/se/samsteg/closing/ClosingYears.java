package se.samsteg.closing;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;

/** Every year of every programme has one process in which it is signed; each opens the next. */
@Component
class ClosingYears {

    private static final int FIRST = 1;

    private final Closings closings;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    ClosingYears(Closings closings, Programmes programmes, @Lazy RuntimeService runtime, Clock clock) {
        this.closings = closings;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void openThis() {
        int year = LocalDate.now(clock).getYear();
        programmes.all().forEach(programme -> open(programme.id(), year));
    }

    /** Does nothing if the year has been opened. */
    void open(String programme, int year) {
        closings.add(programme, year, FIRST, null)
                .ifPresent(closing -> runtime.createMessageCorrelation("closing.coming")
                        .processInstanceBusinessKey(closing.key())
                        .setVariable("programme", programme)
                        .setVariable("closingId", closing.id().toString())
                        .correlateStartMessage());
    }
}

package se.samsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;

/** Every year of every programme has one process that erases what is too old; each opens the next. */
@Component
class Years {

    private final Retentions retentions;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    Years(Retentions retentions, Programmes programmes, @Lazy RuntimeService runtime, Clock clock) {
        this.retentions = retentions;
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
        retentions.add(programme, year).ifPresent(retention -> runtime.createMessageCorrelation("retention.coming")
                .processInstanceBusinessKey(programme + "-" + year)
                .setVariable("programme", programme)
                .setVariable("retentionId", retention.id().toString())
                .correlateStartMessage());
    }
}

package se.samsteg.steering;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;

/** Every quarter of every programme has one process in which its report is written; each opens the next. */
@Component
class Quarters {

    private final SteeringReports reports;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    Quarters(SteeringReports reports, Programmes programmes, @Lazy RuntimeService runtime, Clock clock) {
        this.reports = reports;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void openThis() {
        LocalDate today = LocalDate.now(clock);
        LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
        programmes.all().forEach(programme -> open(programme.id(), quarter));
    }

    /** Does nothing if the quarter has been opened. */
    void open(String programme, LocalDate quarter) {
        reports.add(programme, quarter).ifPresent(report -> runtime.createMessageCorrelation("steering.coming")
                .processInstanceBusinessKey(report.key())
                .setVariable("programme", programme)
                .setVariable("firstDay", quarter.toString())
                .setVariable("steeringId", report.id().toString())
                .correlateStartMessage());
    }
}

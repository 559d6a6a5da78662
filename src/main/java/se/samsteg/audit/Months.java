package se.samsteg.audit;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;

/** Every month of every programme has one process that looks at its log; each opens the next, see meetings-follow-each-other. */
@Component
class Months {

    private final Audits audits;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    Months(Audits audits, Programmes programmes, @Lazy RuntimeService runtime, Clock clock) {
        this.audits = audits;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void openThis() {
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        programmes.all().forEach(programme -> open(programme.id(), month));
    }

    /** Does nothing if the month has been opened. */
    void open(String programme, LocalDate month) {
        audits.add(programme, month).ifPresent(audit -> runtime.createMessageCorrelation("audit.coming")
                .processInstanceBusinessKey(audit.key())
                .setVariable("programme", programme)
                .setVariable("auditId", audit.id().toString())
                .correlateStartMessage());
    }
}

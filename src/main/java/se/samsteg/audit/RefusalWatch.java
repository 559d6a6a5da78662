package se.samsteg.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.access.AccessLog;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * Looks every minute, and when the application starts, whether a user was refused more often within an hour than the
 * programme allows. It looks back over days, so that nothing is missed that came before a restart.
 */
@Component
class RefusalWatch {

    private static final Period BACK = Period.ofDays(7);

    private final AccessLog log;
    private final RefusalAlerts alerts;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    RefusalWatch(
            AccessLog log, RefusalAlerts alerts, Programmes programmes, @Lazy RuntimeService runtime, Clock clock) {
        this.log = log;
        this.alerts = alerts;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** What was seen and the letter about it are stored together. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${samsteg.refusals-looked-for}")
    @Transactional
    void look() {
        programmes.all().forEach(this::look);
        alerts.forgetOld();
    }

    private void look(Settings programme) {
        LocalDate today = LocalDate.now(clock);
        log.refusals(
                        programme.tenant(),
                        programme.casePrefix(),
                        today.minus(BACK),
                        today.plusDays(1),
                        programme.audit().refusalsPerHour())
                .forEach(refusals -> alerts.add(programme, refusals)
                        .ifPresent(alert -> runtime.createMessageCorrelation("audit.refused")
                                .setVariable("programme", programme.id())
                                .setVariable("refusalAlertId", alert.toString())
                                .correlateStartMessage()));
    }
}

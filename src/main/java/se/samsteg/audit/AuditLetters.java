package se.samsteg.audit;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.letter.Letter;

/** What leads and the steering group are told of the log: months and numbers, never what was sought. */
@Component
class AuditLetters {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Letter letter;
    private final RefusalAlerts refusals;
    private final Clock clock;

    AuditLetters(Letter letter, RefusalAlerts refusals, Clock clock) {
        this.letter = letter;
        this.refusals = refusals;
        this.clock = clock;
    }

    void remind(DelegateExecution execution, String month) {
        letter.toLeads(execution, "audit-reminder", null, tenant(execution), month);
    }

    void tell(DelegateExecution execution, String month) {
        letter.toSteeringGroup(
                execution, "audit-result", tenant(execution), month + ": " + execution.getVariable("found"));
    }

    void tellOverdue(DelegateExecution execution, String month) {
        letter.toSteeringGroup(execution, "audit-overdue", tenant(execution), month);
    }

    void tellRefused(DelegateExecution execution) {
        RefusalAlerts.Stored alert = refusals.get((String) execution.getVariable("refusalAlertId"));
        ZonedDateTime hour = alert.hour().atZone(clock.getZone());
        letter.toLeads(
                execution,
                "audit-refused",
                null,
                tenant(execution),
                "Användaren %s har nekats %d gånger %s mellan klockan %s och %s."
                        .formatted(
                                alert.userId(),
                                alert.times(),
                                hour.toLocalDate(),
                                CLOCK.format(hour),
                                CLOCK.format(hour.plusHours(1))));
    }

    private static String tenant(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getTenantId());
    }
}

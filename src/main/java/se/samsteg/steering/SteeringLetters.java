package se.samsteg.steering;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programmes;

/** What the steering group, its convener and the leads are told of a report: the quarter and a link. */
@Component
class SteeringLetters {

    private static final String SENT = "steering-report";

    private final Letter letter;
    private final Programmes programmes;

    SteeringLetters(Letter letter, Programmes programmes) {
        this.letter = letter;
        this.programmes = programmes;
    }

    void send(DelegateExecution execution, SteeringReports.Stored report) {
        letter.toSteeringGroup(execution, SENT, tenant(execution), report.title());
        String convener = programmes.get(report.programme()).steering().convener();
        if (convener != null) {
            letter.toConvener(execution, "steering-convene", convener, report.title());
        }
    }

    void remind(DelegateExecution execution, SteeringReports.Stored report) {
        letter.toLeads(execution, "steering-reminder", null, tenant(execution), report.title());
    }

    void tellOverdue(DelegateExecution execution, SteeringReports.Stored report) {
        letter.toSteeringGroup(execution, "steering-overdue", tenant(execution), report.title());
    }

    private static String tenant(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getTenantId());
    }
}

package se.samsteg.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** When a measure is due and late, and who is told. */
@Component
class OverdueMeasures {

    private final Measures measures;
    private final Programme programme;
    private final Programmes programmes;
    private final TaskService tasks;
    private final Clock clock;

    OverdueMeasures(
            Measures measures, Programme programme, Programmes programmes, @Lazy TaskService tasks, Clock clock) {
        this.measures = measures;
        this.programme = programme;
        this.programmes = programmes;
        this.tasks = tasks;
        this.clock = clock;
    }

    Date due(UUID id) {
        return programme.morning(measures.get(id).promisedFor());
    }

    /** The day after, or tomorrow where that day was over when it was written down. */
    Date overdueOn(UUID id) {
        return programme.morning(lateOn(id));
    }

    /** When it has lain too long after that without any attempt. */
    Date stillOverdueOn(UUID id) {
        return programme.morning(lateOn(id)
                .plus(programmes.of(measures.get(id).caseNumber()).measure().unattendedAfter()));
    }

    private LocalDate lateOn(UUID id) {
        LocalDate promisedFor = measures.get(id).promisedFor();
        LocalDate today = LocalDate.now(clock);
        return (promisedFor.isBefore(today) ? today : promisedFor).plusDays(1);
    }

    /**
     * Counts that a measure is late.
     *
     * @return who is to know: {@code coach} the first time, then {@code lead}, but {@code nobody} while the lead has an
     *     open task about it or has been told about this day
     */
    String count(UUID id, String processInstanceId) {
        Measures.Lateness late = measures.countOverdue(id);
        if (late.concernsTheLead() && !leadIsAtIt(processInstanceId)) {
            measures.raised(id);
            return "lead";
        }
        return late.timesOverdue() == 1 ? "coach" : "nobody";
    }

    private boolean leadIsAtIt(String processInstanceId) {
        return tasks.createTaskQuery()
                        .processInstanceId(processInstanceId)
                        .taskDefinitionKey("userTask_raise")
                        .count()
                > 0;
    }
}

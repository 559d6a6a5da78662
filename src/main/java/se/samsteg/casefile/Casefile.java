package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import se.samsteg.engine.Phase;

/** What models ask of a case: whose it is, who the participant is, and that it ends. */
@Phase("casefile")
public class Casefile {

    private static final String CLOSED = "case.closed";

    private final CaseFiles cases;
    private final RuntimeService runtime;
    private final Clock clock;

    Casefile(CaseFiles cases, @Lazy RuntimeService runtime, Clock clock) {
        this.cases = cases;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** User id of whoever acts as coach today: the deputy while the coach is away. */
    public String coach(String caseNumber) {
        return Objects.requireNonNull(cases.actingCoach(caseNumber), "the case has no coach yet");
    }

    /** User id of the caseworker who referred. */
    public String caseworker(String caseNumber) {
        return cases.get(caseNumber).caseworker();
    }

    /** The participant's name and year of birth as the head of a form; stays in the task and goes with it. */
    public String participant(String caseNumber) {
        Person person = cases.person(caseNumber);
        if (person.protectedIdentity()) {
            return "Skyddade personuppgifter";
        }
        String year =
                person.birthDate() == null ? "" : ", född " + person.birthDate().getYear();
        return person.fullName() + year;
    }

    /** Whether the way out has begun. */
    public boolean exiting(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey("exit")
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
    }

    /** Closes the case today, for a case that ends before enrolment. */
    public void close(DelegateExecution execution) {
        close((String) execution.getVariable("caseNumber"), LocalDate.now(clock));
    }

    /** Closes the case and tells whatever still runs beside it, such as a SIP meeting that was asked for. */
    public void close(String caseNumber, LocalDate day) {
        cases.close(caseNumber, day);
        runtime.createMessageCorrelation(CLOSED)
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }
}

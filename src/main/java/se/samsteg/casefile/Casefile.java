package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.engine.Phase;

/** What models ask of a case: whose it is, who the participant is, and that it ends. */
@Phase("casefile")
public class Casefile {

    private final CaseFiles cases;
    private final Clock clock;

    Casefile(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** User id of the coach. */
    public String coach(String caseNumber) {
        return Objects.requireNonNull(cases.get(caseNumber).coach(), "the case has no coach yet");
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

    /** Closes the case today, for a case that ends before enrolment. */
    public void close(DelegateExecution execution) {
        cases.close((String) execution.getVariable("caseNumber"), LocalDate.now(clock));
    }
}

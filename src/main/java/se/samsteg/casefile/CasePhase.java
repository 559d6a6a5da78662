package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import se.samsteg.engine.Phase;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** What models ask of a case: whose it is, who the participant is, and that it ends. */
@Phase("casefile")
public class CasePhase {

    private static final String CLOSED = "case.closed";

    /** A task's input of this name says what the task tells the caseworker, where it is not the referral. */
    static final String DISCLOSES = "discloses";

    private final CaseFiles cases;
    private final Persons persons;
    private final Consents consents;
    private final Colleagues colleagues;
    private final Holders holders;
    private final RuntimeService runtime;
    private final Clock clock;

    CasePhase(
            CaseFiles cases,
            Persons persons,
            Consents consents,
            Colleagues colleagues,
            Holders holders,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.consents = consents;
        this.colleagues = colleagues;
        this.holders = holders;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** User id of the acting coach today: the deputy while the coach is away. */
    public String coach(String caseNumber) {
        return Objects.requireNonNull(cases.actingCoach(caseNumber), "the case has no coach yet");
    }

    /**
     * User id of the acting coach, or null if that account is gone. A model that sets the assignee of a task this way gives
     * the leads as candidates too: the task is theirs then.
     */
    public @Nullable String coachWithAccount(String caseNumber) {
        String coach = cases.actingCoach(caseNumber);
        return coach != null && colleagues.exists(coach) ? coach : null;
    }

    /**
     * User id of the caseworker who referred; null if that authority may not know of the referral today. A model that
     * sets the assignee of a task this way sets {@link #insteadOfCaseworker(String)} as candidate groups too.
     */
    public @Nullable String caseworker(String caseNumber) {
        return caseworker(caseNumber, Information.REFERRAL.code());
    }

    /** As {@link #caseworker(String)} for a task that tells something else: referral, health, plan or attendance. */
    public @Nullable String caseworker(String caseNumber, String information) {
        return mayTellCaseworker(caseNumber, information)
                ? cases.get(caseNumber).caseworker()
                : null;
    }

    /** The groups that get a caseworker's task when the caseworker may not: the leads then, otherwise none. */
    public List<String> insteadOfCaseworker(String caseNumber) {
        return insteadOfCaseworker(caseNumber, Information.REFERRAL.code());
    }

    /** As {@link #insteadOfCaseworker(String)} for a task that tells something else. */
    public List<String> insteadOfCaseworker(String caseNumber, String information) {
        return mayTellCaseworker(caseNumber, information) ? List.of() : List.of(Role.PROGRAMME_LEAD.id());
    }

    /** Whether the authority that referred may be told. */
    public boolean mayTellCaseworker(String caseNumber, String information) {
        return whyNotTellCaseworker(caseNumber, information) == null;
    }

    /** Why the authority that referred may not be told, in Swedish; null if it may. */
    public @Nullable String whyNotTellCaseworker(String caseNumber, String information) {
        return consents.of(caseNumber).whyNot(cases.get(caseNumber).authority(), Information.of(information));
    }

    /** Gives the leads those tasks that their holders may not have any more, such as those of an authority without consent. */
    public void relieveCaseworker(String caseNumber) {
        holders.relieve(caseNumber);
    }

    /** The participant's name and year of birth as the head of a form; stays in the task and goes with it. */
    public String participant(String caseNumber) {
        Person person = persons.of(caseNumber);
        String year = person.birthDate() == null || person.protectedIdentity()
                ? ""
                : ", född " + person.birthDate().getYear();
        return person.shownName() + year;
    }

    /** Where a participant is visited; a protected address stands in Akten alone, for coach, deputy and lead. */
    public String address(String caseNumber) {
        return reach(caseNumber, Person::address);
    }

    /** As {@link #address}, the telephone. */
    public String phone(String caseNumber) {
        return reach(caseNumber, Person::phone);
    }

    private String reach(String caseNumber, Function<Person, @Nullable String> way) {
        Person person = persons.of(caseNumber);
        String known = way.apply(person);
        if (known == null) {
            return "Saknas";
        }
        return person.protectedIdentity() ? "Skyddad uppgift, se Akten" : known;
    }

    /** Whether the way out has begun. */
    public boolean exiting(String caseNumber) {
        return runs("exit", caseNumber);
    }

    /** Whether the case was reopened and waits for a place, so that its programme has not begun again. */
    public boolean waitsAgain(String caseNumber) {
        return cases.get(caseNumber).open() && runs("reopening", caseNumber);
    }

    private boolean runs(String process, String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
    }

    /** Closes the case today, for a case that ends before enrolment. */
    public void close(DelegateExecution execution) {
        close((String) execution.getVariable("caseNumber"), LocalDate.now(clock));
    }

    /** Closes the case and tells the processes that still run beside it, such as a SIP meeting that was asked for. */
    public void close(String caseNumber, LocalDate day) {
        cases.close(caseNumber, day);
        runtime.createMessageCorrelation(CLOSED)
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }
}

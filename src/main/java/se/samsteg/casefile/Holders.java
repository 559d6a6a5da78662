package se.samsteg.casefile;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.access.TaskHolders;
import se.samsteg.casefile.Circles.Circle;
import se.samsteg.person.Persons;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * Who may have a task: works in the association, in a role that the task is for, and may see the case. Each way of giving a
 * task asks here; whom a model names is not asked about.
 */
@Component
public class Holders implements TaskHolders {

    private final CaseFiles cases;
    private final StaffCases staffCases;
    private final Persons persons;
    private final Consents consents;
    private final Colleagues colleagues;
    private final TaskService tasks;
    private final Circles circles;

    Holders(
            CaseFiles cases,
            StaffCases staffCases,
            Persons persons,
            Consents consents,
            Colleagues colleagues,
            @Lazy TaskService tasks,
            Circles circles) {
        this.cases = cases;
        this.staffCases = staffCases;
        this.persons = persons;
        this.consents = consents;
        this.colleagues = colleagues;
        this.tasks = tasks;
        this.circles = circles;
    }

    /**
     * Whether a user may have a task. A lead of the association may have each of its tasks, and a candidate the one that the
     * model names the candidate for. Of a person with protected identity others than the case's own staff have none.
     */
    @Override
    public boolean may(Task task, String user) {
        Set<String> groups = colleagues.groups(user, task.getTenantId());
        if (groups.isEmpty()) {
            return false;
        }
        return Role.PROGRAMME_LEAD.among(groups) || candidate(task, user, groups) || inACircleOf(task, user, groups);
    }

    private boolean candidate(Task task, String user, Set<String> groups) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> user.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }

    private boolean inACircleOf(Task task, String user, Set<String> groups) {
        String caseNumber = (String) tasks.getVariable(task.getId(), "caseNumber");
        Set<Circle> of = circles.of(task, caseNumber);
        if (caseNumber == null) {
            return of.stream().anyMatch(circle -> !circle.ofOneCase() && circle.among(groups));
        }
        CaseFile file = cases.get(caseNumber);
        return of.stream().anyMatch(circle -> switch (circle) {
                    case CASEWORKERS -> groups.contains(Role.caseworkers(file.authority())) && mayTell(file, task);
                    case OWN_COACH, OWN_STAFF -> circle.among(groups) && ofTheCase(file, user);
                    default -> circle.among(groups);
                })
                && (!persons.of(caseNumber).protectedIdentity() || ofTheCase(file, user));
    }

    private boolean mayTell(CaseFile file, Task task) {
        Object discloses = Objects.requireNonNullElse(
                tasks.getVariable(task.getId(), CasePhase.DISCLOSES), Information.REFERRAL.code());
        return consents.of(file.caseNumber()).may(file.authority(), Information.of((String) discloses));
    }

    private boolean ofTheCase(CaseFile file, String user) {
        return Stream.of(file.coach(), cases.actingCoach(file.caseNumber()), file.caseworker())
                        .anyMatch(user::equals)
                || staffCases.worksWith(user, file.caseNumber());
    }

    /** Gives to the leads those open tasks of a case whose holders may not have them any more. */
    public void relieve(String caseNumber) {
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskAssigned().list().stream()
                // What a member of staff began is asked about when it is confirmed, and may be ending in this
                // transaction.
                .filter(task -> !circles.ofItsStarter(task))
                .filter(task -> !may(task, task.getAssignee()))
                .forEach(this::toTheLeads);
    }

    /** Gives a task to a colleague, or to the leads if the colleague may not have it: it is never without a holder. */
    public void give(Task task, String user) {
        if (may(task, user)) {
            tasks.setAssignee(task.getId(), user);
        } else {
            toTheLeads(task);
        }
    }

    /** As {@link #give} for a candidate. */
    public void name(Task task, String user) {
        if (may(task, user)) {
            tasks.addCandidateUser(task.getId(), user);
        } else {
            tasks.addCandidateGroup(task.getId(), Role.PROGRAMME_LEAD.id());
        }
    }

    void toTheLeads(Task task) {
        tasks.setAssignee(task.getId(), null);
        tasks.addCandidateGroup(task.getId(), Role.PROGRAMME_LEAD.id());
    }
}

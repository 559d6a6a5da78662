package se.samsteg.casefile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.access.TaskHolders;
import se.samsteg.person.Persons;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * Who may have a task: works in the association, in a role that the task is for, and may see the case. Each way of giving a
 * task asks here; whom a model names is not asked about.
 */
@Component
public class Holders implements TaskHolders {

    private static final String STARTER = "${startedBy}";

    /** Whom a task is for: those in a role, or some of them. */
    private enum Circle {
        COACHES(Role.COACH),
        /** The case's coach, or the deputy while the coach is away. */
        OWN_COACH(Role.COACH),
        GROUP_COACHES(Role.GROUP_COACH),
        /** Who leads the participant's group, assesses or trains the participant. */
        OWN_STAFF(Role.GROUP_COACH, Role.OCCUPATIONAL_THERAPIST, Role.EMPLOYMENT_CONSULTANT),
        /** Of the authority that referred. */
        CASEWORKERS(Role.CASEWORKER),
        LEADS(Role.PROGRAMME_LEAD);

        private final List<Role> roles;

        Circle(Role... roles) {
            this.roles = List.of(roles);
        }

        private boolean among(Set<String> groups) {
            return roles.stream().anyMatch(role -> role.among(groups));
        }

        private boolean ofOneCase() {
            return this == OWN_COACH || this == OWN_STAFF;
        }
    }

    /** Whom a task is for beside its candidates, by what its model asks for an assignee. */
    private static final Map<String, Set<Circle>> CIRCLES = Map.ofEntries(
            Map.entry("casefile.coach", Set.of(Circle.COACHES)),
            Map.entry("casefile.coachWithAccount", Set.of(Circle.COACHES)),
            Map.entry("consent.coach", Set.of(Circle.COACHES)),
            Map.entry("followup.coach", Set.of(Circle.COACHES)),
            Map.entry("measure.coach", Set.of(Circle.COACHES)),
            Map.entry("startedBy", Set.of(Circle.OWN_COACH)),
            Map.entry("colleague", Set.of(Circle.OWN_COACH, Circle.OWN_STAFF, Circle.CASEWORKERS)),
            Map.entry("casefile.caseworker", Set.of(Circle.CASEWORKERS)),
            Map.entry("renewal.renewer", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("sip.convener", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("sip.recorder", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("sip.followedUpBy", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("group.leader", Set.of(Circle.GROUP_COACHES)),
            Map.entry("group.leaderOf", Set.of(Circle.GROUP_COACHES)),
            Map.entry("lead", Set.of(Circle.LEADS)),
            Map.entry("registrar", Set.of(Circle.LEADS)));

    private final CaseFiles cases;
    private final StaffCases staffCases;
    private final Persons persons;
    private final Consents consents;
    private final Colleagues colleagues;
    private final TaskService tasks;
    private final RepositoryService models;

    Holders(
            CaseFiles cases,
            StaffCases staffCases,
            Persons persons,
            Consents consents,
            Colleagues colleagues,
            @Lazy TaskService tasks,
            @Lazy RepositoryService models) {
        this.cases = cases;
        this.staffCases = staffCases;
        this.persons = persons;
        this.consents = consents;
        this.colleagues = colleagues;
        this.tasks = tasks;
        this.models = models;
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
        Set<Circle> circles = ofAssignee(assignee(task));
        String caseNumber = (String) tasks.getVariable(task.getId(), "caseNumber");
        if (caseNumber == null) {
            return circles.stream().anyMatch(circle -> !circle.ofOneCase() && circle.among(groups));
        }
        CaseFile file = cases.get(caseNumber);
        return circles.stream().anyMatch(circle -> switch (circle) {
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

    private @Nullable String assignee(Task task) {
        UserTask model = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return model.getCamundaAssignee();
    }

    /**
     * Whom a task is for beside its candidates.
     *
     * @param expression by which a model finds the assignee, as <code>${casefile.coach(caseNumber)}</code>
     * @return nothing for an expression that is not known: then only the task's candidates and the lead may be given it
     */
    private static Set<Circle> ofAssignee(@Nullable String expression) {
        return expression == null ? Set.of() : CIRCLES.getOrDefault(expression.replaceAll("[${}]|\\(.*", ""), Set.of());
    }

    /** Gives to the leads those open tasks of a case whose holders may not have them any more. */
    public void relieve(String caseNumber) {
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskAssigned().list().stream()
                // What a member of staff began is asked about when it is confirmed, and may be ending in this
                // transaction.
                .filter(task -> !STARTER.equals(assignee(task)))
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

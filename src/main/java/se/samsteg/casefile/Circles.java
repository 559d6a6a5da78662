package se.samsteg.casefile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings.Performer;
import se.samsteg.programme.Settings.Staffing;
import se.samsteg.staff.Role;

/** Whom a task is for beside its candidates, by what its model asks for an assignee. */
@Component
class Circles {

    private static final String STARTER = "startedBy";

    /** Those in a role, or some of them. */
    enum Circle {
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

        boolean among(Set<String> groups) {
            return roles.stream().anyMatch(role -> role.among(groups));
        }

        boolean ofOneCase() {
            return this == OWN_COACH || this == OWN_STAFF;
        }
    }

    private static final Map<String, Set<Circle>> BY_ASSIGNEE = Map.ofEntries(
            Map.entry("casefile.coach", Set.of(Circle.COACHES)),
            Map.entry("casefile.coachWithAccount", Set.of(Circle.COACHES)),
            Map.entry("consent.coach", Set.of(Circle.COACHES)),
            Map.entry("followup.coach", Set.of(Circle.COACHES)),
            Map.entry("measure.coach", Set.of(Circle.COACHES)),
            Map.entry(STARTER, Set.of(Circle.OWN_COACH)),
            Map.entry("colleague", Set.of(Circle.OWN_COACH, Circle.OWN_STAFF, Circle.CASEWORKERS)),
            Map.entry("casefile.caseworker", Set.of(Circle.CASEWORKERS)),
            Map.entry("renewal.renewer", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("sip.convener", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("sip.recorder", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("sip.followedUpBy", Set.of(Circle.COACHES, Circle.CASEWORKERS)),
            Map.entry("group.evaluator", Set.of(Circle.GROUP_COACHES)),
            Map.entry("group.leader", Set.of(Circle.GROUP_COACHES)),
            Map.entry("group.leaderOf", Set.of(Circle.GROUP_COACHES)),
            Map.entry("lead", Set.of(Circle.LEADS)),
            Map.entry("registrar", Set.of(Circle.LEADS)));

    /** Work that is the coaches' in some programmes; in the others it has candidates and no circle. */
    private static final Map<String, Function<Staffing, Performer>> BY_STAFFING = Map.of(
            "workplace.coach", Staffing::workplace,
            "workplace.consultant", Staffing::workplace,
            "prerehab.coach", Staffing::assessment,
            "prerehab.therapist", Staffing::assessment);

    private final RepositoryService models;
    private final Programmes programmes;

    Circles(@Lazy RepositoryService models, Programmes programmes) {
        this.models = models;
        this.programmes = programmes;
    }

    /**
     * Nothing for an assignee that is found in a way which is not known: then only the task's candidates and the lead may
     * be given it.
     *
     * @param caseNumber null for a task of no case
     */
    Set<Circle> of(Task task, @Nullable String caseNumber) {
        String asked = assignee(task);
        Function<Staffing, Performer> work = BY_STAFFING.get(asked);
        if (work != null && caseNumber != null) {
            return work.apply(programmes.of(caseNumber).staffing()).isCoach() ? Set.of(Circle.COACHES) : Set.of();
        }
        return BY_ASSIGNEE.getOrDefault(asked, Set.of());
    }

    /** Whether a task is for the user who started its process. */
    boolean ofItsStarter(Task task) {
        return assignee(task).equals(STARTER);
    }

    /** What stands in <code>${casefile.coach(caseNumber)}</code> before the parameters; empty where there is none. */
    private String assignee(Task task) {
        UserTask model = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        String expression = model.getCamundaAssignee();
        return expression == null ? "" : expression.replaceAll("[${}]|\\(.*", "");
    }
}

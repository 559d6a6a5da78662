package se.samsteg.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.TasksInHand;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * Frånvaro: while a coach is away, new tasks and letters go to a deputy. Every model asks for the acting coach when it
 * creates a task or a letter; so when the absence begins or ends, only tasks that were there already are moved here.
 */
@Phase("leave")
public class Leave {

    private static final String ENDED = "leave.ended";

    private final Leaves leaves;
    private final TasksInHand tasks;
    private final Colleagues colleagues;
    private final CaseFiles cases;
    private final Facts facts;
    private final Forms forms;
    private final Actor actor;
    private final Programme programme;
    private final RuntimeService runtime;
    private final Clock clock;

    Leave(
            Leaves leaves,
            TasksInHand tasks,
            Colleagues colleagues,
            CaseFiles cases,
            Facts facts,
            Forms forms,
            Actor actor,
            Programme programme,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.leaves = leaves;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.cases = cases;
        this.facts = facts;
        this.forms = forms;
        this.actor = actor;
        this.programme = programme;
        this.runtime = runtime;
        this.clock = clock;
    }

    /**
     * Takes up that a coach will be away, or is back before time.
     *
     * @throws Refused if it is not for the starter to say, one of the two is no coach here, or the times overlap
     */
    public void report(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        LeavePeriod period = form.as(LeavePeriod.class);
        String coach = coach(period.person(), execution.getTenantId());
        if (period.ends()) {
            LocalDate today = LocalDate.now(clock);
            Leaves.Away away = leaves.nearest(coach, today)
                    .orElseThrow(() -> new Refused("Vem: det finns ingen anmäld frånvaro att avsluta."));
            leaves.end(away, today);
            facts.append(null, away.id().toString(), form, period);
            execution.setVariable("endedLeaveId", away.id().toString());
            return;
        }
        String deputy = period.standIn();
        if (deputy.equals(coach) || !coachHere(deputy, execution.getTenantId())) {
            throw new Refused("Ersättare: ange användarnamnet för en annan coach hos er.");
        }
        String id = leaves.add(coach, period.first(), period.last(), deputy)
                .orElseThrow(() -> new Refused("Från och med: tiden går in i en frånvaro som redan är anmäld."))
                .toString();
        facts.append(null, id, form, period);
        execution.setVariable("leaveId", id);
        execution.setVariable("absentCoach", coach);
        execution.setVariable("standIn", deputy);
        execution.setVariable("movesTasks", Boolean.TRUE.equals(period.moveTasks()));
    }

    private String coach(@Nullable String person, @Nullable String tenant) {
        String coach = person == null ? actor.user() : person;
        if (!coach.equals(actor.user()) && !Role.PROGRAMME_LEAD.among(actor.groups())) {
            throw new Refused("Vem: bara projektledaren kan anmäla någon annan. Lämna tomt för dig själv.");
        }
        if (!coachHere(coach, tenant)) {
            throw new Refused("Vem: ange användarnamnet för en coach hos er.");
        }
        return coach;
    }

    private boolean coachHere(String user, @Nullable String tenant) {
        return colleagues.worksAs(Role.COACH, tenant, user);
    }

    /** The first morning of the time away. */
    public Date begins(String leaveId) {
        return programme.morning(leaves.get(UUID.fromString(leaveId)).fromDay());
    }

    /** The first morning after it. */
    public Date ends(String leaveId) {
        return programme.morning(leaves.get(UUID.fromString(leaveId)).toDay().plusDays(1));
    }

    /** Gives the coach's open tasks to the acting coach of each case. */
    public void moveTasks(DelegateExecution execution) {
        String coach = (String) execution.getVariable("absentCoach");
        byActing(coach, (acting, theirs) -> tasks.giveAssigned(theirs, coach, acting));
    }

    /** What is left of the deputies' tasks goes to the acting coach, which is the coach if no other absence follows. */
    public void giveBack(DelegateExecution execution) {
        String coach = (String) execution.getVariable("absentCoach");
        List<String> deputies = leaves.deputies(coach, (String) execution.getVariable("standIn"));
        byActing(coach, (acting, theirs) -> deputies.forEach(deputy -> tasks.giveAssigned(theirs, deputy, acting)));
    }

    private void byActing(String coach, BiConsumer<String, List<String>> give) {
        cases.actingFor(coach).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach(give);
    }

    /** Tells the process of a time away that it is over already. */
    public void announceEnd(DelegateExecution execution) {
        runtime.createMessageCorrelation(ENDED)
                .processInstanceVariableEquals("leaveId", execution.getVariable("endedLeaveId"))
                .correlateAll();
    }
}

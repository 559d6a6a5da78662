package se.samsteg.leave;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;

/**
 * Frånvaro: while a coach is away, new tasks and letters go to a deputy. Every model asks for the acting coach when it
 * creates a task or a letter; so when the absence begins or ends, only tasks that were there already are moved here.
 */
@Phase("leave")
public class Leave {

    private static final String ENDED = "leave.ended";

    private final Forms forms;
    private final Facts facts;
    private final Leaves leaves;
    private final CoachesHere coaches;
    private final Deputies deputies;
    private final Programme programme;
    private final RuntimeService runtime;

    Leave(
            Forms forms,
            Facts facts,
            Leaves leaves,
            CoachesHere coaches,
            Deputies deputies,
            Programme programme,
            @Lazy RuntimeService runtime) {
        this.forms = forms;
        this.facts = facts;
        this.leaves = leaves;
        this.coaches = coaches;
        this.deputies = deputies;
        this.programme = programme;
        this.runtime = runtime;
    }

    /**
     * Takes up that a coach will be away, or is back before time.
     *
     * @throws Refused if it is not for the starter to say, one of the two is no coach here, or the times overlap
     */
    public void report(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        LeavePeriod period = form.as(LeavePeriod.class);
        String coach = coaches.away(period.person(), execution.getTenantId());
        if (period.ends()) {
            Leaves.Away away = leaves.nearest(coach)
                    .orElseThrow(() -> new Refused("Vem: det finns ingen anmäld frånvaro att avsluta."));
            leaves.endToday(away);
            facts.append(null, away.id().toString(), form, period);
            execution.setVariable("endedLeaveId", away.id().toString());
            return;
        }
        String deputy = coaches.deputy(period.deputy(), coach, execution.getTenantId());
        String id = leaves.add(coach, period.first(), period.last(), deputy)
                .orElseThrow(() -> new Refused("Från och med: tiden går in i en frånvaro som redan är anmäld."))
                .toString();
        facts.append(null, id, form, period.with(deputy));
        execution.setVariable("leaveId", id);
        execution.setVariable("absentCoach", coach);
        execution.setVariable("standIn", deputy);
        execution.setVariable("movesTasks", Boolean.TRUE.equals(period.moveTasks()));
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
        deputies.takeOver((String) execution.getVariable("absentCoach"));
    }

    /** What is left of the deputies' tasks goes to the acting coach, which is the coach if no other absence follows. */
    public void giveBack(DelegateExecution execution) {
        deputies.giveBack((String) execution.getVariable("absentCoach"), (String) execution.getVariable("standIn"));
    }

    /** Tells the process of a time away that it is over already. */
    public void announceEnd(DelegateExecution execution) {
        runtime.createMessageCorrelation(ENDED)
                .processInstanceVariableEquals("leaveId", execution.getVariable("endedLeaveId"))
                .correlateAll();
    }
}

package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Role;

/** Ändra gruppen: a group is cancelled, gets more sessions or an end, or has its free seats filled. */
@Phase("regrouping")
public class Regrouping {

    private final Forms forms;
    private final Facts facts;
    private final Actor actor;
    private final Programmes programmes;
    private final Groups groups;
    private final GroupChanges changes;
    private final Clock clock;

    Regrouping(
            Forms forms,
            Facts facts,
            Actor actor,
            Programmes programmes,
            Groups groups,
            GroupChanges changes,
            Clock clock) {
        this.forms = forms;
        this.facts = facts;
        this.actor = actor;
        this.programmes = programmes;
        this.groups = groups;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Takes up what a leader of the group, or a programme lead, has decided.
     *
     * @throws Refused if there is no such group of theirs that runs, its new sessions would lie in the past or in no series
     *     of it, or it has an end already
     */
    public void receive(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        RegroupingChange change = form.as(RegroupingChange.class);
        PlannedGroup group = groups.find(change.groupNumber())
                .filter(this::own)
                .orElseThrow(() -> new Refused("Grupp: ingen grupp med det numret finns bland dina grupper."))
                .running();
        if (change.firstDay() != null && !change.firstDay().isAfter(LocalDate.now(clock))) {
            throw new Refused("Från och med: ange en dag efter i dag.");
        }
        facts.append(null, group.number(), form, change);
        execution.setVariable("groupId", group.number());
        execution.setProcessBusinessKey(group.number());
        if (change.firstDay() != null && change.sessions() != null) {
            changes.prolong(group, change.series(), change.firstDay(), change.sessions());
        } else if (RegroupingChange.Change.CLOSE_SERIES.is(change.change())) {
            changes.close(group);
        }
    }

    private boolean own(PlannedGroup group) {
        return group.ledBy(actor.user())
                || Role.PROGRAMME_LEAD.among(actor.groups())
                        && actor.tenants()
                                .contains(programmes.get(group.programme()).tenant());
    }

    /** Tells the group's process that it is cancelled. */
    public void cancel(String groupId) {
        changes.cancel(groupId);
    }

    /** Ends the places of a cancelled group; its participants wait again, and their coaches are told. */
    public void release(DelegateExecution execution) {
        changes.release(execution, groups.get((String) execution.getVariable("groupId")));
    }
}

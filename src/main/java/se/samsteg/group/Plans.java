package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** Takes up new groups. */
@Component
class Plans {

    private final Groups groups;
    private final Facts facts;
    private final Forms forms;
    private final Actor actor;
    private final Programmes programmes;
    private final Colleagues colleagues;
    private final Clock clock;

    Plans(
            Groups groups,
            Facts facts,
            Forms forms,
            Actor actor,
            Programmes programmes,
            Colleagues colleagues,
            Clock clock) {
        this.groups = groups;
        this.facts = facts;
        this.forms = forms;
        this.actor = actor;
        this.programmes = programmes;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * Takes up what the start form said, in the programme of the starter that has such groups; the starter leads it.
     *
     * @return the number of the new group
     * @throws Refused if the group type does not allow it
     */
    String takeUp(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        GroupPlan plan = form.as(GroupPlan.class);
        Settings settings = programmes.all().stream()
                .filter(one -> one.tenant().equals(execution.getTenantId()))
                .filter(one ->
                        one.groups().stream().anyMatch(group -> group.type().equals(plan.type())))
                .min(Comparator.comparing(Settings::id))
                .orElseThrow(() -> new Refused("Grupptyp: ert program har inga sådana grupper."));
        plan.within(settings.group(plan.type()), LocalDate.now(clock));
        if (plan.secondLeader() != null
                && !colleagues.worksAs(Role.GROUP_COACH, settings.tenant(), plan.secondLeader())) {
            throw new Refused("Andra ledare: ange användarnamnet för en gruppcoach hos er.");
        }
        String number = groups.create(settings, plan, actor.user());
        facts.append(null, number, form, plan);
        return number;
    }
}

package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
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
     * Takes up what the start form said, in the programme that the starter chose or that is the only one of the association;
     * the starter leads it.
     *
     * @return the number of the new group
     * @throws Refused if the group type does not allow it
     */
    String takeUp(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        GroupPlan plan = form.as(GroupPlan.class);
        Settings settings = programmes
                .chosen(execution.getTenantId(), plan.ofProgramme(), programme -> true)
                .orElseThrow(() -> new Refused("Program: välj ett av era program."));
        if (settings.groups().stream().noneMatch(group -> group.type().equals(plan.type()))) {
            throw new Refused("Grupptyp: %s har inga sådana grupper.".formatted(settings.name()));
        }
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

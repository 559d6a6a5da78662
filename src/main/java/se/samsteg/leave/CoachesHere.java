package se.samsteg.leave;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.form.Refused;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** The coaches of a coordination association, who may be reported away and deputise for each other. */
@Component
class CoachesHere {

    private final Colleagues colleagues;
    private final Actor actor;

    CoachesHere(Colleagues colleagues, Actor actor) {
        this.colleagues = colleagues;
        this.actor = actor;
    }

    /**
     * The coach whom a report is about.
     *
     * @param person user id as it was typed; null for the user who reports
     * @throws Refused if it is not for that user to say, or the person is no coach here
     */
    String away(@Nullable String person, @Nullable String tenant) {
        String coach = person == null ? actor.user() : person;
        if (!coach.equals(actor.user()) && !Role.PROGRAMME_LEAD.among(actor.groups())) {
            throw new Refused("Vem: bara projektledaren kan anmäla någon annan. Lämna tomt för dig själv.");
        }
        if (!isCoach(coach, tenant)) {
            throw new Refused("Vem: ange användarnamnet för en coach hos er.");
        }
        return coach;
    }

    /** @throws Refused if the deputy is the coach or no coach here */
    void checkDeputy(String deputy, String coach, @Nullable String tenant) {
        if (deputy.equals(coach) || !isCoach(deputy, tenant)) {
            throw new Refused("Ersättare: ange användarnamnet för en annan coach hos er.");
        }
    }

    private boolean isCoach(String user, @Nullable String tenant) {
        return colleagues.worksAs(Role.COACH, tenant, user);
    }
}

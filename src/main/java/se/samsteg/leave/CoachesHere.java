package se.samsteg.leave;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.form.Refused;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Role;

/** The coaches of a coordination association, who may be reported away and deputise for each other. */
@Component
class CoachesHere {

    private final Colleagues colleagues;
    private final Posts posts;
    private final Actor actor;

    CoachesHere(Colleagues colleagues, Posts posts, Actor actor) {
        this.colleagues = colleagues;
        this.posts = posts;
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

    /**
     * Who stands in: the coach who was named, otherwise the one in the register of staff.
     *
     * @param named user id as it was typed; null if nothing was
     * @throws Refused if that is the coach, no coach here, or none is registered either
     */
    String deputy(@Nullable String named, String coach, @Nullable String tenant) {
        String deputy = named == null ? posts.of(coach).deputy() : named;
        if (deputy == null || deputy.equals(coach) || !isCoach(deputy, tenant)) {
            throw new Refused("Ersättare: ange användarnamnet för en annan coach hos er.");
        }
        return deputy;
    }

    private boolean isCoach(String user, @Nullable String tenant) {
        return colleagues.worksAs(Role.COACH, tenant, user);
    }
}

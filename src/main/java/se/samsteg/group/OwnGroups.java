package se.samsteg.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.form.Refused;

/** Which groups of a participant a member of staff may change: coach and lead all, others those that they lead themselves. */
@Component
class OwnGroups {

    private final OwnCases ownCases;
    private final Groups groups;
    private final Actor actor;

    OwnGroups(OwnCases ownCases, Groups groups, Actor actor) {
        this.ownCases = ownCases;
        this.groups = groups;
        this.actor = actor;
    }

    /**
     * @param typed a case number
     * @throws Refused if it is no open case of the logged-in member of staff
     */
    Reach in(String typed) {
        CaseFile file = ownCases.getAsStaff(typed);
        return new Reach(file.caseNumber(), ownCases.wholly(file) ? null : groups.ledBy(actor.user()));
    }

    /**
     * What may be changed of a case.
     *
     * @param led the groups of who changes it; null where all of the participant's may be changed
     */
    record Reach(String caseNumber, @Nullable List<PlannedGroup> led) {

        boolean limited() {
            return led != null;
        }

        boolean covers(String groupNumber) {
            return led == null || led.stream().anyMatch(group -> group.number().equals(groupNumber));
        }

        boolean covers(PlannedGroup group) {
            return covers(group.number());
        }

        /** Who leads a group that has not ended may take those who wait for such a group. */
        boolean covers(GroupPlaces.Wish wish) {
            return led == null || led.stream().anyMatch(group -> group.takes(wish));
        }
    }
}

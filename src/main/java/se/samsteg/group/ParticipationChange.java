package se.samsteg.group;

import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A participant leaves the queue or the group, joins a group that runs, or changes group.
 *
 * @param groupNumber the group that is joined
 */
@FactOf("participation-change")
record ParticipationChange(
        String caseNumber, String change, @Nullable String groupNumber, String reason) {

    @OptionsOf("participation-change.change")
    enum Change implements Code {
        LEAVE_QUEUE,
        LEAVE_GROUP,
        JOIN,
        MOVE
    }

    ParticipationChange {
        if ((Change.JOIN.is(change) || Change.MOVE.is(change)) && groupNumber == null) {
            throw new Refused("Grupp: ange numret på gruppen som deltagaren ska vara med i.");
        }
    }

    /** The group that is joined. */
    String joined() {
        return groupNumber == null ? "" : groupNumber;
    }
}

package se.samsteg.group;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A participant leaves the queue or the group, joins a group that runs, or changes group, or a roll call is corrected.
 *
 * @param groupNumber the group that is joined
 * @param sessionDay of the session whose roll call is corrected
 * @param presence as it should have been
 */
@FactOf("participation-change")
record ParticipationChange(
        String caseNumber,
        String change,
        @Nullable String groupNumber,
        @Nullable LocalDate sessionDay,
        @Nullable String presence,
        String reason) {

    @OptionsOf("participation-change.change")
    enum Change implements Code {
        LEAVE_QUEUE,
        LEAVE_GROUP,
        JOIN,
        MOVE,
        CORRECT_ATTENDANCE
    }

    ParticipationChange {
        if ((Change.JOIN.is(change) || Change.MOVE.is(change)) && groupNumber == null) {
            throw new Refused("Grupp: ange numret på gruppen som deltagaren ska vara med i.");
        }
        if (Change.CORRECT_ATTENDANCE.is(change) && (sessionDay == null || presence == null)) {
            throw new Refused("Träffens dag: ange träffens dag och hur det var.");
        }
    }

    /** The group that is joined. */
    String joined() {
        return groupNumber == null ? "" : groupNumber;
    }
}

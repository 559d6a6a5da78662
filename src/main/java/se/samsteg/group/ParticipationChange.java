package se.samsteg.group;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A participant leaves the queue or the group, joins a group that runs, or changes group; a roll call is corrected; or a
 * participant cannot take part in a series, or can again.
 *
 * @param groupType of the group or queue that it is about; asked where the participant has several
 * @param groupNumber the group that is joined
 * @param sessionDay of the session whose roll call is corrected
 * @param presence as it should have been
 * @param series as it was typed: that the participant cannot take part in, or can again
 * @param instead what the participant does meanwhile
 */
@FactOf("participation-change")
record ParticipationChange(
        String caseNumber,
        String change,
        @Nullable String groupType,
        @Nullable String groupNumber,
        @Nullable LocalDate sessionDay,
        @Nullable String presence,
        @Nullable String series,
        @Nullable String instead,
        String reason) {

    @OptionsOf("participation-change.change")
    enum Change implements Code {
        LEAVE_QUEUE,
        LEAVE_GROUP,
        JOIN,
        MOVE,
        CORRECT_ATTENDANCE,
        ADAPT,
        RESUME
    }

    ParticipationChange {
        if ((Change.JOIN.is(change) || Change.MOVE.is(change)) && groupNumber == null) {
            throw new Refused("Grupp: ange numret på gruppen som deltagaren ska vara med i.");
        }
        if (Change.CORRECT_ATTENDANCE.is(change) && (sessionDay == null || presence == null)) {
            throw new Refused("Träffens dag: ange träffens dag och hur det var.");
        }
        if ((Change.ADAPT.is(change) || Change.RESUME.is(change)) && series == null) {
            throw new Refused("Serie: ange vilken av gruppens serier det gäller.");
        }
        if (Change.ADAPT.is(change) && instead == null) {
            throw new Refused("Alternativ i stället: ange vad deltagaren erbjuds i stället.");
        }
    }

    /** Whether it is about one series of the group alone. */
    boolean ofASeries() {
        return Change.ADAPT.is(change) || Change.RESUME.is(change);
    }

    /** The same with the series as the programme writes it. */
    ParticipationChange in(String named) {
        return new ParticipationChange(
                caseNumber, change, groupType, groupNumber, sessionDay, presence, named, instead, reason);
    }

    /** The group that is joined. */
    String joined() {
        return groupNumber == null ? "" : groupNumber;
    }
}

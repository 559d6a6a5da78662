package se.samsteg.group;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.group.ParticipationChange.Change;
import se.samsteg.programme.Programmes;

/**
 * Ändra gruppdeltagande: a participant leaves the queue or a group, joins one that runs, or changes group; a roll call is
 * corrected; or a participant cannot take part in a series of the group, or can again.
 */
@Phase("participation")
public class Participation {

    private final Forms forms;
    private final Facts facts;
    private final OwnGroups ownGroups;
    private final Programmes programmes;
    private final Groups groups;
    private final Seating seating;
    private final Participants participants;

    Participation(
            Forms forms,
            Facts facts,
            OwnGroups ownGroups,
            Programmes programmes,
            Groups groups,
            Seating seating,
            Participants participants) {
        this.forms = forms;
        this.facts = facts;
        this.ownGroups = ownGroups;
        this.programmes = programmes;
        this.groups = groups;
        this.seating = seating;
        this.participants = participants;
    }

    /**
     * Takes up what a member of staff who works with the participant has agreed with the participant.
     *
     * @throws Refused if it is no open case of the member of staff, the participant is not in the queue or group that is
     *     left, or another than coach and lead does not lead it, the group has no seat, nothing of the kind is in the roll call, or the group has no such series
     */
    public void receive(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        ParticipationChange typed = form.as(ParticipationChange.class);
        OwnGroups.Reach reach = ownGroups.in(typed.caseNumber());
        String caseNumber = reach.caseNumber();
        ParticipationChange change = typed.ofASeries() ? typed.in(participants.series(reach, typed.series())) : typed;
        execution.setProcessBusinessKey(caseNumber);
        facts.append(caseNumber, null, form, change);
        if (change.ofASeries()) {
            seating.showAnew(caseNumber);
        } else if (Change.CORRECT_ATTENDANCE.is(change.change())) {
            participants.correct(
                    reach,
                    change.groupType(),
                    Objects.requireNonNull(change.sessionDay()),
                    Objects.requireNonNull(change.presence()));
        } else {
            execution.setVariable("groupType", change(execution, reach, change));
        }
    }

    /** Makes the change; the type of group that the case's process knows from now on. */
    private String change(DelegateExecution execution, OwnGroups.Reach reach, ParticipationChange change) {
        String caseNumber = reach.caseNumber();
        if (Change.LEAVE_QUEUE.is(change.change())) {
            GroupPlaces.Wish wish = participants.wish(reach, change.groupType());
            seating.leaveQueue(caseNumber, wish);
            return wish.type();
        }
        if (Change.LEAVE_GROUP.is(change.change())) {
            PlannedGroup left = participants.groupOf(reach, change.groupType());
            execution.setVariable("groupId", left.number());
            seating.leave(left, caseNumber);
            return left.type();
        }
        boolean moves = Change.MOVE.is(change.change());
        PlannedGroup to = running(change.joined(), caseNumber);
        if (moves) {
            PlannedGroup left = participants.leftFor(to, reach, change.groupType());
            execution.setVariable("groupId", left.number());
            participants.changeType(caseNumber, left.type(), to.type());
            seating.move(left, to, caseNumber);
        } else {
            String waitedFor =
                    participants.wishFor(to, reach, change.groupType()).type();
            participants.changeType(caseNumber, waitedFor, to.type());
            seating.join(to, caseNumber, waitedFor);
        }
        return to.type();
    }

    /** @throws Refused if the case's programme has no such group that has not ended */
    private PlannedGroup running(String number, String caseNumber) {
        return groups.find(number)
                .filter(group ->
                        group.programme().equals(programmes.of(caseNumber).id()))
                .orElseThrow(() -> new Refused("Grupp: det finns ingen pågående grupp med det numret i programmet."))
                .running();
    }

    /** Tells the case's process that the participant does not wait for a group any more. */
    public void leaveQueue(String caseNumber, String groupType) {
        participants.tell(caseNumber, groupType, "group.leftQueue");
    }

    /** Tells the case's process that the participant has left the group. */
    public void leaveGroup(String caseNumber, String groupType) {
        participants.tell(caseNumber, groupType, "group.left");
    }

    /** Tells the case's process that the participant has a place. */
    public void join(String caseNumber, String groupType) {
        participants.tell(caseNumber, groupType, "group.placed");
    }

    /** Offers the seat that was left to those who wait, if there are any. */
    public void offerSeat(String groupId) {
        participants.offerSeat(groups.get(groupId));
    }
}

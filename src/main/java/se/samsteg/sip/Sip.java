package se.samsteg.sip;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Appointment;
import se.samsteg.casefile.AppointmentRecorded;
import se.samsteg.casefile.Appointments;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Refused;

/** SIP-möte: from the wish for one until every decision of it has been followed up, or it is given up. */
@Phase("sip")
public class Sip {

    private final Requests requests;
    private final Responsible responsible;
    private final Deadlines deadlines;
    private final Prefill prefill;
    private final Sips sips;
    private final Facts facts;
    private final Appointments appointments;

    Sip(
            Requests requests,
            Responsible responsible,
            Deadlines deadlines,
            Prefill prefill,
            Sips sips,
            Facts facts,
            Appointments appointments) {
        this.requests = requests;
        this.responsible = responsible;
        this.deadlines = deadlines;
        this.prefill = prefill;
        this.sips = sips;
        this.facts = facts;
        this.appointments = appointments;
    }

    /**
     * Takes the request of a member of staff who works with the participant.
     *
     * @throws Refused if it is no open case of theirs
     */
    public void request(DelegateExecution execution) {
        SipMeeting sip = requests.take(execution);
        execution.setProcessBusinessKey(sip.caseNumber());
        execution.setVariable("sipId", sip.id().toString());
    }

    /** User id of who calls to the meeting; null if it is up to the lead. */
    public @Nullable String convener(String caseNumber, String sipId) {
        return responsible.convener(get(sipId));
    }

    /** As models ask that know of no meeting without authorities. */
    public @Nullable String convener(String caseNumber) {
        return responsible.convener(caseNumber);
    }

    /** User id of who writes down what came of the meeting; null if it is up to the lead. */
    public @Nullable String recorder(String caseNumber) {
        return responsible.recorder(caseNumber);
    }

    /** When the lead is told that the meeting has not been held. */
    public Date leadDue(String sipId) {
        return deadlines.lead(get(sipId));
    }

    /** What was asked for, by the keys of the forms that show it. */
    public Map<String, Object> asked(String sipId) {
        return prefill.asked(UUID.fromString(sipId));
    }

    public void recordInvitation(DelegateTask task) {
        SipMeeting sip = get(sipId(task));
        Invitation invitation = facts.record(task, Invitation.class, sipId(task));
        sips.save(invitation.takesPlace() ? sip.call() : sip.forgo());
    }

    /** @param meetingOn ISO date */
    public Date meetingDue(String meetingOn) {
        return deadlines.morning(LocalDate.parse(meetingOn));
    }

    /** The meeting that was called to, by the keys of the form in which it is documented. */
    public Map<String, Object> called(String sipId) {
        return prefill.called(UUID.fromString(sipId));
    }

    /** @throws Refused if a decision lacks its owner or date, there is none, or the meeting's day cannot be */
    public void recordMeeting(DelegateTask task) {
        SipMeeting sip = get(sipId(task));
        Meeting meeting = facts.record(task, Meeting.class, sipId(task));
        if (meeting.held()) {
            SipMeeting held = sip.hold(Objects.requireNonNull(meeting.heldOn()), today());
            List<SipDecision> decisions =
                    meeting.decisions().stream().map(held::decide).toList();
            sips.save(held);
            decisions.forEach(sips::save);
        } else {
            sips.save(sip.fail(Objects.requireNonNull(meeting.notHeldReason())));
        }
        if (meeting.came() || meeting.missed()) {
            appointments.recorded(
                    sip.caseNumber(),
                    AppointmentRecorded.Meeting.SIP,
                    LocalDate.parse((String) task.getVariable("meetingOn")),
                    (meeting.came() ? Appointment.HELD : Appointment.ABSENT).code());
        }
    }

    public void recordDelay(DelegateTask task) {
        facts.record(task, Delay.class, sipId(task));
    }

    /** Ids of the decisions to follow up. */
    public List<String> decisions(String sipId) {
        return sips.openDecisions(UUID.fromString(sipId)).stream()
                .map(decision -> decision.id().toString())
                .toList();
    }

    /** User id of who asks what became of a decision; null if it is up to the lead. */
    public @Nullable String followedUpBy(String decisionId) {
        return responsible.followUp(decision(decisionId));
    }

    public Date decisionDue(String decisionId) {
        return deadlines.morning(decision(decisionId).dueOn());
    }

    /** A decision by the keys of the form that follows it up. */
    public Map<String, String> decided(String decisionId) {
        return prefill.decided(UUID.fromString(decisionId));
    }

    public void recordDecision(DelegateTask task) {
        String decisionId = (String) task.getVariable("decisionId");
        Review review = facts.record(task, Review.class, decisionId);
        sips.save(review.of(decision(decisionId), today()));
    }

    /** Whether the decision got a new date. */
    public boolean again(String decisionId) {
        return decision(decisionId).open();
    }

    /** @param outcome followed-up, given-up or case-closed; decisions that are not followed up any more end with it */
    public void conclude(String sipId, String outcome) {
        SipMeeting sip = get(sipId);
        List<SipDecision> open = sips.openDecisions(sip.id());
        sips.save(sip.end(outcome, open.size(), today()));
        open.forEach(decision -> sips.save(decision.settle(outcome, today())));
    }

    private SipMeeting get(String sipId) {
        return sips.get(UUID.fromString(sipId));
    }

    private SipDecision decision(String decisionId) {
        return sips.decision(UUID.fromString(decisionId));
    }

    private LocalDate today() {
        return deadlines.today();
    }

    private static String sipId(DelegateTask task) {
        return (String) task.getVariable("sipId");
    }
}

package se.samsteg.sip;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** SIP-möte: from the wish for one until every decision of it has been followed up, or it is given up. */
@Phase("sip")
public class Sip {

    private final Forms forms;
    private final Facts facts;
    private final FormTexts texts;
    private final Sips sips;
    private final CaseFiles cases;
    private final CasePhase casefile;
    private final OwnCases ownCases;
    private final Programmes programmes;
    private final Programme programme;
    private final Actor actor;
    private final Clock clock;

    Sip(
            Forms forms,
            Facts facts,
            FormTexts texts,
            Sips sips,
            CaseFiles cases,
            CasePhase casefile,
            OwnCases ownCases,
            Programmes programmes,
            Programme programme,
            Actor actor,
            Clock clock) {
        this.forms = forms;
        this.facts = facts;
        this.texts = texts;
        this.sips = sips;
        this.cases = cases;
        this.casefile = casefile;
        this.ownCases = ownCases;
        this.programmes = programmes;
        this.programme = programme;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Takes the request of a member of staff who works with the participant.
     *
     * @throws Refused if it is no open case of theirs
     */
    public void request(DelegateExecution execution) {
        var form = forms.ofStart(execution);
        Request request = form.as(Request.class);
        CaseFile file = ownCases.getAsStaff(request.caseNumber());
        UUID id = UUID.randomUUID();
        sips.add(id, file.caseNumber(), today(), actor.user(), request.wantedBy());
        facts.append(file.caseNumber(), id.toString(), form, request);
        execution.setProcessBusinessKey(file.caseNumber());
        execution.setVariable("sipId", id.toString());
    }

    /**
     * User id of the convener by the programme's setting: the caseworker, or the coach where coaches have the mandate.
     * Null without one: then it is up to the lead.
     */
    public @Nullable String convener(String caseNumber) {
        return programmes.of(caseNumber).sip().convener() == Settings.Convener.COACH
                ? cases.actingCoach(caseNumber)
                : casefile.caseworker(caseNumber);
    }

    /** The coach, who wanted the meeting and waits for it, writes down what came of it; the convener before there is one. */
    public @Nullable String recorder(String caseNumber) {
        String coach = cases.actingCoach(caseNumber);
        return coach == null ? convener(caseNumber) : coach;
    }

    /** When the lead is told that the meeting has not been held. */
    public Date leadDue(String sipId) {
        Sips.Asked asked = sips.asked(UUID.fromString(sipId));
        return programme.morning(
                asked.requestedOn().plus(programmes.of(asked.caseNumber()).sip().leadAfter()));
    }

    /** What was asked for, by the keys of the forms that show it. */
    public Map<String, Object> asked(String sipId) {
        Sips.Asked asked = sips.asked(UUID.fromString(sipId));
        Map<String, Object> shown = new HashMap<>();
        shown.put("purpose", asked.purpose());
        shown.put("waiting", asked.waiting(today(), texts.get("sip-meeting")));
        shown.put("invited", asked.invited());
        put(shown, "agenda", asked.agenda());
        put(shown, "otherInvited", asked.otherParty());
        return shown;
    }

    public void recordInvitation(DelegateTask task) {
        if (!facts.record(task, Invitation.class, sipId(task)).takesPlace()) {
            sips.notCalled(UUID.fromString(sipId(task)));
        }
    }

    /** @param meetingOn ISO date */
    public Date meetingDue(String meetingOn) {
        return programme.morning(LocalDate.parse(meetingOn));
    }

    /** The meeting that was called to, by the keys of the form in which it is documented. */
    public Map<String, Object> called(String sipId) {
        UUID id = UUID.fromString(sipId);
        Sips.Call call = sips.lastCall(id);
        return Map.of(
                "purpose",
                sips.asked(id).purpose(),
                "invitation",
                call.text(texts.get("sip-invitation")),
                "heldOn",
                call.meetingOn());
    }

    /** @throws Refused if a decision lacks its owner or date, there is none, or the meeting's day cannot be */
    public void recordMeeting(DelegateTask task) {
        UUID id = UUID.fromString(sipId(task));
        Meeting meeting = facts.record(task, Meeting.class, id.toString());
        if (meeting.held()) {
            meeting.between(sips.asked(id).requestedOn(), today());
            sips.held(id, Objects.requireNonNull(meeting.heldOn()), meeting.decisions());
        } else {
            sips.notHeld(id, Objects.requireNonNull(meeting.notHeldReason()));
        }
    }

    public void recordDelay(DelegateTask task) {
        facts.record(task, Delay.class, sipId(task));
    }

    /** Ids of the decisions to follow up. */
    public List<String> decisions(String sipId) {
        return sips.openDecisions(UUID.fromString(sipId));
    }

    /**
     * User id of the one who asks what became of a decision: the coach, or the caseworker where it is the referring
     * authority's. Null without one: then it is up to the lead.
     */
    public @Nullable String followedUpBy(String decisionId) {
        Sips.Decided decided = sips.decided(UUID.fromString(decisionId));
        String caseNumber = decided.caseNumber();
        String caseworker =
                decided.owner().equals(cases.get(caseNumber).authority()) ? casefile.caseworker(caseNumber) : null;
        return caseworker == null ? cases.actingCoach(caseNumber) : caseworker;
    }

    public Date decisionDue(String decisionId) {
        return programme.morning(sips.decided(UUID.fromString(decisionId)).dueOn());
    }

    /** A decision by the keys of the form that follows it up. */
    public Map<String, String> decided(String decisionId) {
        Sips.Decided decided = sips.decided(UUID.fromString(decisionId));
        return Map.of(
                "decision", decided.what(),
                "owner", texts.get("sip-meeting").option("decision1Owner", decided.owner()),
                "dueOn", decided.dueOn().toString());
    }

    public void recordDecision(DelegateTask task) {
        String decisionId = (String) task.getVariable("decisionId");
        Review review = facts.record(task, Review.class, decisionId);
        UUID id = UUID.fromString(decisionId);
        if (review.newDate() == null) {
            sips.settle(id, review.decisionState(), today());
        } else {
            sips.postpone(id, review.newDate());
        }
    }

    /** Whether the decision got a new date. */
    public boolean again(String decisionId) {
        return sips.decided(UUID.fromString(decisionId)).outcome() == null;
    }

    /** @param outcome followed-up, given-up or case-closed */
    public void conclude(String sipId, String outcome) {
        sips.end(UUID.fromString(sipId), outcome, today());
    }

    private static void put(Map<String, Object> shown, String key, @Nullable String text) {
        if (text != null) {
            shown.put(key, text);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String sipId(DelegateTask task) {
        return (String) task.getVariable("sipId");
    }
}

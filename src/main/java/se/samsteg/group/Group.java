package se.samsteg.group;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import se.samsteg.casefile.Facts;
import se.samsteg.departure.ParticipantDeparted;
import se.samsteg.engine.Phase;
import se.samsteg.exit.CaseClosed;
import se.samsteg.form.Choice;
import se.samsteg.form.Refused;
import se.samsteg.handover.GroupsHandedOver;
import se.samsteg.pause.PauseChanged;
import se.samsteg.person.PersonChanged;
import se.samsteg.programme.Settings;
import se.samsteg.protection.IdentityProtected;

/**
 * One group from planning to evaluation, and the list of those who wait for one. A group's process knows only the group's
 * number; who is in it stands in the tables.
 */
@Phase("group")
public class Group {

    private final Plans plans;
    private final Groups groups;
    private final Seating seating;
    private final SessionTasks sessionTasks;
    private final Attended attended;
    private final GroupDays days;
    private final Facts facts;

    Group(
            Plans plans,
            Groups groups,
            Seating seating,
            SessionTasks sessionTasks,
            Attended attended,
            GroupDays days,
            Facts facts) {
        this.plans = plans;
        this.groups = groups;
        this.seating = seating;
        this.sessionTasks = sessionTasks;
        this.attended = attended;
        this.days = days;
        this.facts = facts;
    }

    // ---- planning a group

    /**
     * Takes up what the start form said. The process gets the group's number, as {@code groupId} and business key.
     *
     * @throws Refused if the group type does not allow it
     */
    public void plan(DelegateExecution execution) {
        String number = plans.takeUp(execution);
        execution.setVariable("groupId", number);
        execution.setProcessBusinessKey(number);
    }

    /** Dates every session of each series, and the first week's of a series without an end. */
    public void dateSessions(String groupId) {
        sessionTasks.date(groups.get(groupId));
    }

    /** The first day's morning, when the group must be staffed. */
    public Date firstDay(String groupId) {
        return days.first(groups.get(groupId));
    }

    /** When the lead is told that a new group is not staffed. */
    public Date staffingOverdue(String groupId) {
        return days.staffingOverdue(groups.get(groupId));
    }

    /** When the lead is told that free seats of a group are not filled. */
    public Date fillingOverdue(String groupId) {
        return days.fillingOverdue(groups.get(groupId));
    }

    /** User id of the leader. */
    public String leaderOf(String groupId) {
        return groups.get(groupId).leader();
    }

    /** User ids of both leaders: either may do the group's tasks. */
    public List<String> leadersOf(String groupId) {
        return groups.get(groupId).leaders();
    }

    /** The leader of the groups is followed by a colleague; whom the tasks go to is not decided here. */
    @EventListener
    void on(GroupsHandedOver event) {
        changeLeader(event.groups(), event.from(), event.to());
    }

    /** As {@link #on(GroupsHandedOver)}; models up to 8a78509 call it. */
    public void changeLeader(List<String> numbers, String from, String to) {
        groups.changeLeader(numbers, from, to);
    }

    /** The group as the head of a form, such as {@code Hälsogrupp G-2026-003, Folkets hus}. */
    public String heading(String groupId) {
        return attended.heading(groups.get(groupId));
    }

    // ---- places

    /**
     * Puts a case on the list of those who wait for a group.
     *
     * @param type a group type of the case's programme
     */
    public void await(String caseNumber, String type) {
        seating.await(caseNumber, type);
    }

    /** When the coach is told that a case waits long: each full period from now on, as ISO 8601 {@code R/start/period}. */
    public String longWaits(String caseNumber) {
        return days.longWaits(caseNumber);
    }

    /** Takes a case off the list of those who wait for a group of a type; one that has a place keeps it. */
    public void leaveQueue(String caseNumber, String type) {
        seating.leaveQueue(caseNumber, type);
    }

    /** As {@link #leaveQueue(String, String)}, of the type that the calling process knows; models up to b17591d call it. */
    public void leaveQueue(String caseNumber) {
        seating.leaveQueue(caseNumber);
    }

    /**
     * Takes a case off the list of a type or out of its group, whose seat is offered to those who wait; for a case that is in
     * neither nothing happens.
     */
    public void leave(String caseNumber, String type) {
        seating.vacate(caseNumber, type);
    }

    /**
     * As {@link #leave(String, String)}, of the type that the calling process knows, or of all types if it knows none; models
     * up to b17591d call it.
     */
    public void leave(String caseNumber) {
        seating.vacate(caseNumber);
    }

    /** Those who wait for such a group, as options: name, sex, language and since when. */
    public List<Choice> waiting(String groupId) {
        return seating.waiting(groupId);
    }

    /**
     * Gives places to those chosen.
     *
     * @throws Refused if there are more than the group takes
     */
    public void staff(DelegateTask task) {
        String groupId = groupId(task);
        Staffing staffing = facts.record(task, Staffing.class, groupId);
        seating.staff(groups.get(groupId), staffing.participants());
    }

    @EventListener
    void on(IdentityProtected event) {
        conceal(event.caseNumber());
    }

    @EventListener
    void on(PersonChanged event) {
        conceal(event.caseNumber());
    }

    @EventListener
    void on(PauseChanged event) {
        conceal(event.caseNumber());
    }

    @EventListener
    void on(CaseClosed event) {
        seating.vacateAll(event.caseNumber());
    }

    @EventListener
    void on(ParticipantDeparted event) {
        seating.vacateAll(event.caseNumber());
    }

    /**
     * Shows a person whose identity has been protected without a name, one whose name was corrected with the new one, and
     * one for whom care comes first as paused, where the person's cases have a place in a group or wait for one. Models
     * up to 8a78509 call it.
     */
    public void conceal(String caseNumber) {
        seating.showAnew(caseNumber);
    }

    /** Tells the process of each case with a place that the group is coming. */
    public void givePlaces(String groupId) {
        attended.givePlaces(groupId);
    }

    // ---- sessions; a loop counter of the model begins at 0, a session's slot at 1

    /** How many sessions are waited for at the same time. */
    public int sessionCount(String groupId) {
        return attended.sessionCount(groupId);
    }

    /** When a session begins, by the day it is on now. */
    public Date sessionBegins(String groupId, int loopCounter) {
        return sessionTasks.begins(groups.get(groupId), loopCounter + 1);
    }

    /** Such as {@code Hälsogrupp G-2026-003, träff 5 av 24, torsdag 12 februari 2026}. */
    public String sessionHeading(String groupId, int loopCounter) {
        return sessionTasks.heading(groups.get(groupId), loopCounter + 1);
    }

    /** The themes of the group's type, as options. */
    public List<Choice> themes(String groupId) {
        Settings.Group type = attended.type(groups.get(groupId));
        return type.themes().stream().map(theme -> new Choice(theme, theme)).toList();
    }

    /** Those whose roll is called, by seat: number, name and case; empty in a group type that keeps no roll call. */
    public List<Seating.Seat> onRoll(String groupId) {
        return seating.onRoll(groupId);
    }

    /**
     * Names by seat, {@code seat1} and so on, null where the seat is free, and {@code seats}, how many there are; models up
     * to 52b6883 ask for it.
     */
    public Map<String, @Nullable Object> seats(String groupId) {
        return seating.seats(groupId);
    }

    /** As {@link #seats}; empty in a group type that keeps no roll call. */
    public Map<String, @Nullable Object> roll(String groupId) {
        return seating.roll(groupId);
    }

    /** Those with a place in the group, as options. */
    public List<Choice> members(String groupId) {
        return seating.members(groupId);
    }

    /**
     * Records a session that was held or cancelled, or moves it.
     *
     * @throws Refused if it is moved to a day that has passed, or its roll call is not that of the group
     */
    public void recordSession(DelegateTask task) {
        String groupId = groupId(task);
        int slot = (int) task.getVariable("loopCounter") + 1;
        Session session;
        if (task.hasVariable("roll")) {
            session = facts.record(task, SessionBySeats.class, groupId).session();
        } else {
            session = facts.record(task, Session.class, groupId);
            session.callsRollOf(attended.calledSeats(groups.get(groupId)));
        }
        sessionTasks.record(groupId, slot, session);
    }

    /** Dates the next session of a series without an end. */
    public void followUp(String groupId, int loopCounter) {
        sessionTasks.follow(groups.get(groupId), loopCounter + 1);
    }

    /** Whether another day is waited for: of a session that was moved, or of the one that follows without an end. */
    public boolean moved(String groupId, int loopCounter) {
        return sessionTasks.moved(groupId, loopCounter + 1);
    }

    /** When the lead is told that a session has not been recorded, by the day it is on now. */
    public Date recordingOverdue(String groupId, int loopCounter) {
        return sessionTasks.recordingOverdue(groups.get(groupId), loopCounter + 1);
    }

    /** Who came to a session and who did not, by case number, as far as it was recorded; models up to 8a78509 ask for it. */
    public Map<String, String> rollCall(String groupId, int loopCounter) {
        return attended.rollCall(groupId, loopCounter + 1);
    }

    /** Tells the processes of those who need something individual after a session. */
    public void raiseNeeds(String groupId, int loopCounter) {
        attended.raiseNeeds(groupId, loopCounter + 1);
    }

    // ---- what a case's process asks

    /** Such as {@code Hälsogrupp G-2026-003}: the group of which it is asked what it gave, in this and what follows. */
    public String evaluated(DelegateExecution execution) {
        return attended.name(evaluatedGroup(execution));
    }

    /** User id of its leader. */
    public String evaluator(DelegateExecution execution) {
        return evaluatedGroup(execution).leader();
    }

    /** User ids of both its leaders. */
    public List<String> evaluators(DelegateExecution execution) {
        return evaluatedGroup(execution).leaders();
    }

    /** How the participant came to its sessions, as far as it was recorded. */
    public String evaluatedAttendance(DelegateExecution execution) {
        return attended.attendance(evaluatedGroup(execution), caseNumber(execution));
    }

    /** A process of a model up to b17591d does not know the group: it is the last one. */
    private PlannedGroup evaluatedGroup(DelegateExecution execution) {
        return execution.getVariable("attended") instanceof String groupId
                ? groups.get(groupId)
                : attended.last(caseNumber(execution));
    }

    /** User id of the leader of the case's last group; models up to b17591d ask for it, and for what follows. */
    public String leader(String caseNumber) {
        return attended.last(caseNumber).leader();
    }

    /** User ids of both leaders of the case's last group. */
    public List<String> leaders(String caseNumber) {
        return attended.last(caseNumber).leaders();
    }

    /** How the participant came to the last group's sessions, as far as it was recorded. */
    public String attendance(String caseNumber) {
        return attended.attendance(attended.last(caseNumber), caseNumber);
    }

    /**
     * Where and when a need of the participant's showed last, in a group of the type; what it is about is for the two to talk
     * about.
     */
    public String needRaised(String caseNumber, String type) {
        return attended.needRaised(caseNumber, type);
    }

    /** As {@link #needRaised(String, String)}, of the type that the calling process knows; models up to b17591d ask for it. */
    public String needRaised(String caseNumber) {
        return attended.needRaised(caseNumber);
    }

    // ---- the end

    /**
     * Ends the group and the places of its participants after the last session, tells their processes, and asks what it
     * gave each. In models up to 872b672 that comes after the evaluation.
     */
    public void end(String groupId) {
        attended.end(groupId);
    }

    /** When the lead is told that a group, or what it gave a participant, has not been evaluated. */
    public Date evaluationOverdue(DelegateExecution execution) {
        return days.evaluationOverdue(execution);
    }

    public void recordEvaluation(DelegateTask task) {
        facts.record(task, Evaluation.class, groupId(task));
    }

    private static String caseNumber(DelegateExecution execution) {
        return (String) execution.getVariable("caseNumber");
    }

    private static String groupId(DelegateTask task) {
        return (String) task.getVariable("groupId");
    }
}

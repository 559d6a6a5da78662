package se.samsteg.group;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Settings;

/** How those with a place take part in a group, and what their processes are told of it. */
@Component
class Attended {

    private final Groups groups;
    private final GroupPlaces places;
    private final Sessions sessions;
    private final GroupTypes types;
    private final CaseProcesses processes;

    Attended(Groups groups, GroupPlaces places, Sessions sessions, GroupTypes types, CaseProcesses processes) {
        this.groups = groups;
        this.places = places;
        this.sessions = sessions;
        this.types = types;
        this.processes = processes;
    }

    Settings.Group type(PlannedGroup group) {
        return types.of(group);
    }

    String heading(PlannedGroup group) {
        return types.heading(group);
    }

    void givePlaces(String groupId) {
        String type = groups.get(groupId).type();
        places.members(groupId).forEach(member -> processes.tell(member.caseNumber(), type, "group.placed"));
    }

    int sessionCount(String groupId) {
        return sessions.slots(groupId);
    }

    Map<String, String> rollCall(String groupId, int slot) {
        return sessions.rollCall(groupId, sessions.session(groupId, slot).number());
    }

    /** Seats of those whose roll is called; none in a group type that keeps no roll call. */
    Set<Integer> calledSeats(PlannedGroup group) {
        return types.of(group).callsRoll()
                ? places.members(group.number()).stream()
                        .map(GroupPlaces.Member::seat)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    void raiseNeeds(String groupId, int slot) {
        String type = groups.get(groupId).type();
        sessions.needs(groupId, sessions.session(groupId, slot).number())
                .forEach(caseNumber -> processes.tell(caseNumber, type, "group.needRaised"));
    }

    /** The group that the case has or had a place in last. */
    PlannedGroup last(String caseNumber) {
        return groups.lastOf(caseNumber).orElseThrow(() -> new IllegalArgumentException("the case was in no group"));
    }

    /** In a group of the type that the calling process knows; in any if it knows none. */
    String needRaised(String caseNumber) {
        return needRaised(caseNumber, Objects.requireNonNullElse(processes.callingType(caseNumber), ""));
    }

    /** In a group of that type, or in another if in none of it. */
    String needRaised(String caseNumber, String type) {
        return sessions.lastNeed(caseNumber, type)
                .map(need -> "%s, träffen %s. Tala med gruppcoachen."
                        .formatted(name(groups.get(need.groupNumber())), SessionTasks.DAY.format(need.day())))
                .orElse("");
    }

    /** Such as {@code Hälsogrupp G-2026-003}. */
    String name(PlannedGroup group) {
        return types.name(group);
    }

    String attendance(PlannedGroup group, String caseNumber) {
        Sessions.Attendance recorded = sessions.attendance(group.number(), caseNumber);
        int all = recorded.attended() + recorded.excused() + recorded.absent();
        return all == 0
                ? "Ingen närvaro är registrerad"
                : "Med på %d av %d registrerade träffar, giltig frånvaro %d, uteblev %d"
                        .formatted(recorded.attended(), all, recorded.excused(), recorded.absent());
    }

    /** Ends the group and its places; the participants go on, and their leader is asked what it gave each. */
    void end(String groupId) {
        String type = groups.get(groupId).type();
        List<GroupPlaces.Member> members = places.members(groupId);
        groups.end(groupId);
        members.forEach(member -> {
            processes.tell(member.caseNumber(), type, "group.ended");
            processes.askWhatItGave(member.caseNumber(), groupId);
        });
    }
}

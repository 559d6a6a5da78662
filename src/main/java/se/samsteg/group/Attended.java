package se.samsteg.group;

import java.util.List;
import java.util.Map;
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
        places.members(groupId).forEach(member -> processes.tell(member.caseNumber(), "group.placed"));
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
        sessions.needs(groupId, sessions.session(groupId, slot).number())
                .forEach(caseNumber -> processes.tell(caseNumber, "group.needRaised"));
    }

    /** The group that the case has or had a place in last. */
    PlannedGroup last(String caseNumber) {
        return groups.lastOf(caseNumber).orElseThrow(() -> new IllegalArgumentException("the case was in no group"));
    }

    String needRaised(String caseNumber) {
        String day = sessions.lastNeed(caseNumber).map(SessionTasks.DAY::format).orElse("");
        return "%s, träffen %s. Tala med gruppcoachen.".formatted(types.name(last(caseNumber)), day);
    }

    String attendance(String caseNumber) {
        Sessions.Attendance recorded = sessions.attendance(last(caseNumber).number(), caseNumber);
        int all = recorded.attended() + recorded.excused() + recorded.absent();
        return all == 0
                ? "Ingen närvaro är registrerad"
                : "Med på %d av %d registrerade träffar, giltig frånvaro %d, uteblev %d"
                        .formatted(recorded.attended(), all, recorded.excused(), recorded.absent());
    }

    /** Ends the group and its places; the participants go on, and their leader is asked what it gave each. */
    void end(String groupId) {
        List<GroupPlaces.Member> members = places.members(groupId);
        groups.end(groupId);
        members.forEach(member -> {
            processes.tell(member.caseNumber(), "group.ended");
            processes.askWhatItGave(member.caseNumber());
        });
    }
}

package se.samsteg.access;

import java.util.List;
import java.util.stream.Stream;
import se.samsteg.staff.Role;

/** What each role may open and start. */
final class RoleRights {

    /**
     * The processes that every role with cases may start: a SIP meeting, a promised measure, consents, and
     * something for a colleague to do.
     */
    private static final List<String> WITH_CASES = List.of("sip", "measure", "consent", "errand");

    private static final List<String> REFERRING =
            with(WITH_CASES, "renewal", "protection", "interruption", "departure");
    private static final List<String> COACHING = with(
            REFERRING,
            "activity",
            "contact",
            "leave",
            "participation",
            "pause",
            "rectification",
            "reopening",
            "milestone",
            "notice",
            "outreach",
            "progress");
    private static final List<String> GROUPS =
            with(WITH_CASES, "group", "notice", "outreach", "participation", "regrouping");
    private static final List<String> LEADING = with(COACHING, "closing", "handover", "meeting", "regrouping", "staff");

    private RoleRights() {}

    /** Processes that a role starts itself in Tasklist. */
    static List<String> starts(Role role) {
        return switch (role) {
            case CASEWORKER -> REFERRING;
            case COACH -> COACHING;
            case GROUP_COACH -> GROUPS;
            case OCCUPATIONAL_THERAPIST, EMPLOYMENT_CONSULTANT -> WITH_CASES;
            case PROGRAMME_LEAD -> LEADING;
            case ADMINISTRATOR -> List.of("staff");
            case CONFERENCE, STEERING_GROUP, UNIT_MANAGER -> List.of();
        };
    }

    /** The web applications that a role sees. */
    static List<String> applications(Role role) {
        return switch (role) {
            case PROGRAMME_LEAD -> List.of("welcome", "tasklist", "cockpit");
            case ADMINISTRATOR -> List.of("welcome", "tasklist", "admin");
            case STEERING_GROUP -> List.of("welcome");
            default -> List.of("welcome", "tasklist");
        };
    }

    /** Whether a role has tasks. */
    static boolean hasTasks(Role role) {
        return applications(role).contains("tasklist");
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}

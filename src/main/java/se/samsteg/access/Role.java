package se.samsteg.access;

import java.util.List;
import java.util.stream.Stream;

/** The roles of the glossary, and what each may open and start; what they are called, the programme says. */
enum Role {
    /** Of each authority a group of its own, {@code caseworker-} and the authority's code. */
    CASEWORKER("caseworker", Starts.REFERRING),
    CONFERENCE("conference", List.of()),
    COACH("coach", Starts.COACHING),
    GROUP_COACH("group-coach", Starts.GROUPS),
    OCCUPATIONAL_THERAPIST("occupational-therapist", Starts.WITH_CASES),
    EMPLOYMENT_CONSULTANT("employment-consultant", Starts.WITH_CASES),
    PROGRAMME_LEAD("programme-lead", Starts.LEADING),
    STEERING_GROUP("steering-group", List.of()),
    ADMINISTRATOR("camunda-admin", List.of());

    private final String group;
    private final List<String> starts;

    Role(String group, List<String> starts) {
        this.group = group;
        this.starts = starts;
    }

    String group() {
        return group;
    }

    /** Processes that the role starts itself in Tasklist. */
    List<String> starts() {
        return starts;
    }

    /** The web applications that the role sees. */
    List<String> applications() {
        return switch (this) {
            case PROGRAMME_LEAD -> List.of("welcome", "tasklist", "cockpit");
            case ADMINISTRATOR -> List.of("welcome", "admin");
            case STEERING_GROUP -> List.of("welcome");
            default -> List.of("welcome", "tasklist");
        };
    }

    /** Whether the role has tasks. */
    boolean hasTasks() {
        return applications().contains("tasklist");
    }

    /** What may be begun at any time, by whom. */
    private static final class Starts {

        /** The processes that every role with cases may start: a SIP meeting, a promised measure, and consents. */
        static final List<String> WITH_CASES = List.of("sip", "measure", "consent");

        static final List<String> REFERRING = with(WITH_CASES, "renewal", "protection", "interruption");
        static final List<String> COACHING = with(REFERRING, "leave", "rectification");
        static final List<String> GROUPS = with(WITH_CASES, "group");
        static final List<String> LEADING = with(COACHING, "handover", "meeting");

        private static List<String> with(List<String> some, String... more) {
            return Stream.concat(some.stream(), Stream.of(more)).toList();
        }
    }
}

package se.samsteg.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The roles of the glossary, what each is called, and what it may open and start. */
enum Role {
    CASEWORKER_AF("caseworker-af", "Handläggare, Arbetsförmedlingen", Starts.REFERRING),
    CASEWORKER_FK("caseworker-fk", "Handläggare, Försäkringskassan", Starts.REFERRING),
    CASEWORKER_SOC("caseworker-soc", "Handläggare, socialtjänsten", Starts.REFERRING),
    CASEWORKER_REGION("caseworker-region", "Handläggare, regionen", Starts.REFERRING),
    CONFERENCE("conference", "Utökat mötets ledamöter", List.of()),
    COACH("coach", "Individcoach", Starts.COACHING),
    GROUP_COACH("group-coach", "Gruppcoach", Starts.GROUPS),
    OCCUPATIONAL_THERAPIST("occupational-therapist", "Arbetsterapeut", Starts.WITH_CASES),
    EMPLOYMENT_CONSULTANT("employment-consultant", "Arbetsmarknadskonsulent", Starts.WITH_CASES),
    PROGRAMME_LEAD("programme-lead", "Projektledare", Starts.LEADING),
    STEERING_GROUP("steering-group", "Styrgrupp", List.of()),
    ADMINISTRATOR("camunda-admin", "Systemadministratör", List.of());

    private final String group;
    private final String title;
    private final List<String> starts;

    Role(String group, String title, List<String> starts) {
        this.group = group;
        this.title = title;
        this.starts = starts;
    }

    String group() {
        return group;
    }

    String title() {
        return title;
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

    /** @param group anything that is no role's is shown as it is */
    static String title(String group) {
        return Arrays.stream(values())
                .filter(role -> role.group.equals(group))
                .map(Role::title)
                .findFirst()
                .orElse(group);
    }

    static List<Role> caseworkers() {
        return Arrays.stream(values())
                .filter(role -> role.group.startsWith("caseworker-"))
                .toList();
    }

    /** Everybody who has tasks. */
    static List<Role> staff() {
        return Arrays.stream(values())
                .filter(role -> role.applications().contains("tasklist"))
                .toList();
    }

    /** What may be begun at any time, by whom. */
    private static final class Starts {

        /** Everybody who works with a participant asks for help and takes the participant at the word. */
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

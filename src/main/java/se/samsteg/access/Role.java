package se.samsteg.access;

import java.util.Arrays;
import java.util.List;

/** The roles of the glossary, what each is called, and what it may open and start. */
enum Role {
    CASEWORKER_AF("caseworker-af", "Handläggare, Arbetsförmedlingen", List.of("interruption", "consent")),
    CASEWORKER_FK("caseworker-fk", "Handläggare, Försäkringskassan", List.of("interruption", "consent")),
    CASEWORKER_SOC("caseworker-soc", "Handläggare, socialtjänsten", List.of("interruption", "consent")),
    CASEWORKER_REGION("caseworker-region", "Handläggare, regionen", List.of("interruption", "consent")),
    CONFERENCE("conference", "Utökat mötets ledamöter", List.of()),
    COACH("coach", "Individcoach", List.of("interruption", "consent")),
    GROUP_COACH("group-coach", "Gruppcoach", List.of("group")),
    OCCUPATIONAL_THERAPIST("occupational-therapist", "Arbetsterapeut", List.of()),
    EMPLOYMENT_CONSULTANT("employment-consultant", "Arbetsmarknadskonsulent", List.of()),
    PROGRAMME_LEAD("programme-lead", "Projektledare", List.of("meeting", "interruption", "consent")),
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
}

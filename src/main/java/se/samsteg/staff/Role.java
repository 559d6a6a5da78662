package se.samsteg.staff;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The roles of the glossary, by the id of the group that the engine knows their members by. Of caseworkers each authority
 * has a group of its own. What a role is called, the programme says; what it may open and start, package {@code access}.
 */
public enum Role {
    CASEWORKER("caseworker"),
    CONFERENCE("conference"),
    COACH("coach"),
    GROUP_COACH("group-coach"),
    OCCUPATIONAL_THERAPIST("occupational-therapist"),
    EMPLOYMENT_CONSULTANT("employment-consultant"),
    PROGRAMME_LEAD("programme-lead"),
    STEERING_GROUP("steering-group"),
    UNIT_MANAGER("unit-manager"),
    /** Camunda's own id of those who administer users. */
    ADMINISTRATOR("camunda-admin");

    private static final String OF_CASEWORKERS = CASEWORKER.id + "-";

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The group id; of caseworkers the part before the authority, which is no group. */
    public String id() {
        return id;
    }

    /** Whether a member of these groups has the role; never for caseworkers, who have it for an authority. */
    public boolean among(Collection<String> groups) {
        return groups.contains(id);
    }

    /**
     * The group id of an authority's caseworkers.
     *
     * @param authority its code
     */
    public static String caseworkers(String authority) {
        return OF_CASEWORKERS + authority;
    }

    /** The code of the authority whose caseworkers a group has; null if it is another group. */
    public static @Nullable String authority(String group) {
        return group.startsWith(OF_CASEWORKERS) ? group.substring(OF_CASEWORKERS.length()) : null;
    }
}

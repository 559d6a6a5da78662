package se.samsteg.casefile;

import java.util.Locale;
import java.util.Optional;
import se.samsteg.staff.Role;

/** How a reader stands to a case. What follows from it stands in {@code access/case-content.txt}. */
public enum Standing {
    /** The case's coach, or the deputy while the coach is away. */
    COACH,
    /** A programme lead of the association. */
    PROGRAMME_LEAD,
    /** The caseworker who referred, as long as a consent lets the own authority know anything. */
    CASEWORKER,
    /** A member of the conference, of a case that is or was on its agenda. */
    CONFERENCE,
    /** A leader of a group that the participant has a place in. */
    GROUP_COACH,
    /** An occupational therapist with a task in the case, or who has recorded something in it. */
    OCCUPATIONAL_THERAPIST,
    /** An employment consultant with a task in the case, or who has recorded something in it. */
    EMPLOYMENT_CONSULTANT,
    /** Staff of the programme whom a task of the case was given to, as long as it is open. */
    COLLEAGUE;

    /** The group id in which a reader who stands so reads a case; empty for a colleague, who has a role of the own. */
    Optional<String> role(CaseFile file) {
        return switch (this) {
            case COACH -> Optional.of(Role.COACH.id());
            case PROGRAMME_LEAD -> Optional.of(Role.PROGRAMME_LEAD.id());
            case CASEWORKER -> Optional.of(Role.caseworkers(file.authority()));
            case CONFERENCE -> Optional.of(Role.CONFERENCE.id());
            case GROUP_COACH -> Optional.of(Role.GROUP_COACH.id());
            case OCCUPATIONAL_THERAPIST -> Optional.of(Role.OCCUPATIONAL_THERAPIST.id());
            case EMPLOYMENT_CONSULTANT -> Optional.of(Role.EMPLOYMENT_CONSULTANT.id());
            case COLLEAGUE -> Optional.empty();
        };
    }

    /** As a column of the table. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

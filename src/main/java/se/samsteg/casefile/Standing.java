package se.samsteg.casefile;

import java.util.Locale;

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
    EMPLOYMENT_CONSULTANT;

    /** As a column of the table. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

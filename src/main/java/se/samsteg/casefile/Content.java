package se.samsteg.casefile;

import java.util.Locale;

/** A kind of content of a case, as far as the rights to read it differ. Each has a row in {@code access/case-content.txt}. */
public enum Content {
    NAME,
    CONTACT,
    PROTECTION,
    STAFF,
    STEPS,
    REFERRAL,
    HEALTH,
    ASSESSMENT,
    PLAN,
    RESTRICTION,
    SUPPORT,
    TALKS,
    MEASUREMENTS,
    GROUPS,
    ATTENDANCE,
    MEASURES,
    SIP,
    PLACEMENTS,
    EXIT,
    PROGRESS,
    NOTICES,
    HANDOVER,
    TASKS,
    DOCUMENTS,
    LETTERS,
    CONSENTS,
    CHANGES,
    TIMELINE,
    DEVELOPMENT,
    READERS,
    PROTECTED_NOTE;

    /** As a row of the table. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

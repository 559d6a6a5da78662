package se.samsteg.coaching;

/** What the lead found out when there had been no talk for long, and what was agreed. */
record NoContact(String finding, String measure, String agreement) {}

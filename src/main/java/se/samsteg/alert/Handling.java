package se.samsteg.alert;

/**
 * What the lead found out about something left undone, and what was agreed.
 *
 * @param measure done-now, other-person, other-way or wait
 */
record Handling(String finding, String measure, String agreement) {}

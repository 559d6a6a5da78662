package se.samsteg.prerehab;

/** An option of a select as the form shows it. */
record Choice(String label, String value) {}

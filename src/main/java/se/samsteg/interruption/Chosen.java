package se.samsteg.interruption;

/** The case that it is about: form {@code interruption-case}. */
record Chosen(String caseNumber) {}

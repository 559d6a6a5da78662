package se.samsteg.departure;

/** The case that it is about: form {@code departure-case}. */
record Chosen(String caseNumber) {}

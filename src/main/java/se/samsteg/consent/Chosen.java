package se.samsteg.consent;

/** The case that it is about: form {@code consent-case}. */
record Chosen(String caseNumber) {}

package se.samsteg.reopening;

/** The case that it is about: form {@code reopening-case}. */
record Chosen(String caseNumber) {}

package se.samsteg.protection;

/** The case that it is about: form {@code protection-case}. */
record Chosen(String caseNumber) {}

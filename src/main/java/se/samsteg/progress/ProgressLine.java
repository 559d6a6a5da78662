package se.samsteg.progress;

/** A line for the caseworker who referred, about how it goes: form {@code progress-line}. */
record ProgressLine(String caseNumber, String line) {}

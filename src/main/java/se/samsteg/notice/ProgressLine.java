package se.samsteg.notice;

/** A line for the caseworker who referred, about how it goes: form {@code notice-line}. */
record ProgressLine(String caseNumber, String line) {}

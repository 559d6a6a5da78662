package se.samsteg.person;

/**
 * What is known of the person of a case is something else now. Published in the transaction that changes it, after the
 * change.
 */
public record PersonChanged(String caseNumber) {}

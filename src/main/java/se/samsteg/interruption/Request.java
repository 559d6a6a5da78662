package se.samsteg.interruption;

/**
 * Somebody asks that a case ends before its time: form {@code interruption-request}.
 *
 * @param ground moved, pension, deceased, declines or other
 */
record Request(String caseNumber, String ground, String explanation) {}

package se.samsteg.errand;

/**
 * What a member of staff wants the caseworker to know: form {@code notice-message}.
 *
 * @param concerns which type of information it is about: code of a consent's
 */
record Message(String caseNumber, String concerns, String message) {}

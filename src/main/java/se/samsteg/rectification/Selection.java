package se.samsteg.rectification;

/**
 * What is to be corrected: form {@code rectification-selection}.
 *
 * @param chosen id of a fact, or {@code person}
 */
record Selection(String chosen) {}

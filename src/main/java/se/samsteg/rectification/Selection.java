package se.samsteg.rectification;

/**
 * What is to be corrected: form {@code rectification-selection}.
 *
 * @param chosen id of a fact, or {@code person}; before the id {@code whole.} if all its answers are corrected together
 */
record Selection(String chosen) {}

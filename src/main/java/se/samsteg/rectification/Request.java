package se.samsteg.rectification;

/** Something in a case file is to be corrected: form {@code rectification-request}. */
record Request(String caseNumber) {}

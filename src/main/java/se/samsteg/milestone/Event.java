package se.samsteg.milestone;

import java.time.LocalDate;

/**
 * Something that happened on the way: form {@code milestone-event}.
 *
 * @param event one of the form's codes, which are those of the import of results
 */
record Event(String caseNumber, String event, LocalDate happenedOn) {}

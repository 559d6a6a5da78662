package se.samsteg.group;

import org.springframework.modulith.NamedInterface;

/**
 * A participant has gone over to a group of another type, or waits for one.
 *
 * @param from the type that it was
 */
@NamedInterface("events")
public record GroupTypeChanged(String caseNumber, String from, String to) {}

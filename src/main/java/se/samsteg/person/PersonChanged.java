package se.samsteg.person;

import org.springframework.modulith.NamedInterface;

/**
 * What is known of the person of a case is something else now. Published in the transaction that changes it, after the
 * change.
 */
@NamedInterface("events")
public record PersonChanged(String caseNumber) {}

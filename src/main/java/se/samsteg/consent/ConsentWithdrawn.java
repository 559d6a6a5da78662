package se.samsteg.consent;

import org.springframework.modulith.NamedInterface;

/** The participant has taken back a consent; what it allowed may not be told any more. */
@NamedInterface("events")
public record ConsentWithdrawn(String caseNumber) {}

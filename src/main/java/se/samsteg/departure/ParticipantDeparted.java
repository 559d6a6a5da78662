package se.samsteg.departure;

import org.springframework.modulith.NamedInterface;

/** A participant cannot answer any more, and all that went on in the case has been closed. */
@NamedInterface("events")
public record ParticipantDeparted(String caseNumber) {}

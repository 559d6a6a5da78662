package se.samsteg.casefile;

import org.springframework.modulith.NamedInterface;

/** The participant of a case was enrolled. */
@NamedInterface("events")
public record ParticipantEnrolled(String caseNumber) {}

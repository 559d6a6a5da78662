package se.samsteg.pause;

import org.springframework.modulith.NamedInterface;

/** A care pause of the case has begun, got another last day or ended. */
@NamedInterface("events")
public record PauseChanged(String caseNumber) {}

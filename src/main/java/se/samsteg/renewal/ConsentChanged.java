package se.samsteg.renewal;

import org.springframework.modulith.NamedInterface;

/** What may be told of the case has changed: a consent was given anew or has run out. */
@NamedInterface("events")
public record ConsentChanged(String caseNumber) {}

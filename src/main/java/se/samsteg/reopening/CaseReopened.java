package se.samsteg.reopening;

import org.springframework.modulith.NamedInterface;

/** A case that was closed is open again. */
@NamedInterface("events")
public record CaseReopened(String caseNumber) {}

package se.samsteg.protection;

import org.springframework.modulith.NamedInterface;

/** From now on the participant's name shows to the coach and the lead only. */
@NamedInterface("events")
public record IdentityProtected(String caseNumber) {}

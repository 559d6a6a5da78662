package se.samsteg.exit;

import org.springframework.modulith.NamedInterface;

/** The case was closed on its exit date. */
@NamedInterface("events")
public record CaseClosed(String caseNumber) {}

package se.samsteg.rectification;

import org.springframework.modulith.NamedInterface;

/** An answer in the participant's own record was corrected, such as the name. */
@NamedInterface("events")
public record PersonCorrected(String caseNumber) {}

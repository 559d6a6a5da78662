package se.samsteg.prerehab;

import org.springframework.modulith.NamedInterface;

/** The occupational therapist's assessment was recorded, with what another party promised. */
@NamedInterface("events")
public record AssessmentRecorded(String caseNumber) {}

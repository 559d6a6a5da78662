package se.samsteg.prerehab;

import org.springframework.modulith.NamedInterface;

/** What is done about a need that showed in a group was recorded, with what another party promised. */
@NamedInterface("events")
public record NeedRecorded(String caseNumber) {}

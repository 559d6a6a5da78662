package se.samsteg.coaching;

import org.springframework.modulith.NamedInterface;

/** A coach talk was recorded as the last of the case: held, moved, excused or missed. */
@NamedInterface("events")
public record TalkRecorded(String caseNumber) {}

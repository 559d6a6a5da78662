package se.samsteg.group;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * A session of a group was held or cancelled.
 *
 * @param rollCall attendance by case number, as far as it was recorded; empty if the session was cancelled
 */
@NamedInterface("events")
public record SessionRecorded(LocalDate day, Map<String, String> rollCall) {}

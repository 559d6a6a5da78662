package se.samsteg.group;

import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * The roll call of a session was wrong for a participant.
 *
 * @param day of the session
 * @param was what it said
 * @param attendance as it should have been
 */
@NamedInterface("events")
public record AttendanceCorrected(String caseNumber, LocalDate day, String was, String attendance) {}

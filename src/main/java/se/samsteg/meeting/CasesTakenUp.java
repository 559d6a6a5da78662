package se.samsteg.meeting;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * Another sitting than before takes up cases that wait to be assessed. Published in the transaction that moves them.
 *
 * @param agenda by case number, when the case is taken up and how often it was moved, in words
 */
@NamedInterface("events")
public record CasesTakenUp(LocalDate day, Map<String, String> agenda) {}

package se.samsteg.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A sitting that the programme lead adds to those of the calendar: form {@code meeting-sitting}.
 *
 * @param ofProgramme its id, asked where several of the association have a conference
 */
record ExtraSitting(@Nullable String ofProgramme, LocalDate day, LocalTime time, String place) {}

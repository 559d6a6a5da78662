package se.samsteg.conference;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A sitting that the programme lead adds to those of the calendar: form {@code meeting-sitting}.
 *
 * @param dayOffMeant that the day is a Saturday, a Sunday or a public holiday and is meant
 */
record ExtraSitting(LocalDate day, @Nullable Boolean dayOffMeant, LocalTime time, String place) {}

package se.samsteg.meeting;

import java.time.LocalDate;
import java.time.LocalTime;

/** A sitting that the programme lead adds to those of the calendar: form {@code meeting-sitting}. */
record ExtraSitting(LocalDate day, LocalTime time, String place) {}

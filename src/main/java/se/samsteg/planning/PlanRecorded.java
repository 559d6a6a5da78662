package se.samsteg.planning;

import org.springframework.modulith.NamedInterface;

/** An action plan was agreed and recorded; what other parties promise in it is to be followed up. */
@NamedInterface("events")
public record PlanRecorded(String caseNumber) {}

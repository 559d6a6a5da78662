package se.samsteg.coaching;

import org.springframework.modulith.NamedInterface;

/** The action plan was completed or reviewed with the participant; what other parties promise in it is to be followed up. */
@NamedInterface("events")
public record PlanRevised(String caseNumber) {}

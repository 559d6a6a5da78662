package se.samsteg.engine;

/** A task has another assignee from now on, in the transaction that is under way. */
public record TaskGiven(String task, String assignee) {}

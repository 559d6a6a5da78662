package se.samsteg.engine;

/** A task was completed or cancelled, in the transaction that is under way. */
public record TaskEnded(String task) {}

package se.samsteg.engine;

/** A user has started a process through its start form, in the transaction that is under way. */
public record FormSent(String process, String user) {}

package se.samsteg.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** A task has come with an assignee whom its model names; the listener may give it another holder at once. */
public record TaskBegun(DelegateTask task) {}

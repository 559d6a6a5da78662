package se.samsteg.group;

import org.jspecify.annotations.Nullable;

/** What the leaders make of a group that has ended; what it gave each participant is asked in the participant's case. */
record Evaluation(String worked, @Nullable String improve) {}

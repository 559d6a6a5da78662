package se.samsteg.conference;

import org.jspecify.annotations.Nullable;

/** The caseworker has read the joint recommendation. */
record Receipt(@Nullable String comment) {}

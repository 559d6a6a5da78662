package se.samsteg.group;

import org.jspecify.annotations.Nullable;

/**
 * What the leaders make of a group that has ended, and by seat what follows for whom: group, orientation, workplace,
 * individual, care, left or other.
 */
record Evaluation(
        String worked,
        @Nullable String improve,
        @Nullable String follows1,
        @Nullable String follows2,
        @Nullable String follows3,
        @Nullable String follows4,
        @Nullable String follows5,
        @Nullable String follows6,
        @Nullable String follows7,
        @Nullable String follows8,
        @Nullable String follows9,
        @Nullable String follows10,
        @Nullable String follows11,
        @Nullable String follows12) {}

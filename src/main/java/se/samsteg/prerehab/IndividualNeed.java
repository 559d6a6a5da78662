package se.samsteg.prerehab;

import org.jspecify.annotations.Nullable;

/**
 * What the coach made of a need that showed in a group.
 *
 * @param decision talk, care, measure, authority or none
 */
record IndividualNeed(
        String need, String decision, @Nullable String agreed) {}

package se.samsteg.prerehab;

import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;

/**
 * What a group gave one participant, with the group that the form shows.
 *
 * @param attendedGroup name and number; null in what was recorded before a participant could be in several groups
 * @param next as in {@link GroupEvaluation}
 */
@FactOf("prerehab-group-evaluation")
record GroupGave(
        @Nullable String attendedGroup,
        String gave,
        @Nullable String ownWords,
        String next,
        @Nullable String followOn) {}

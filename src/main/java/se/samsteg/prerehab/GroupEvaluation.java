package se.samsteg.prerehab;

import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;

/**
 * What a group gave one participant.
 *
 * @param next group, orientation, workplace, individual, care or other
 * @param followOn the group type wanted after this one, where {@code next} is group
 */
@FactOf("prerehab-group-evaluation")
record GroupEvaluation(
        String gave,
        @Nullable String ownWords,
        String next,
        @Nullable String followOn) {

    GroupGave of(@Nullable String attendedGroup) {
        return new GroupGave(attendedGroup, gave, ownWords, next, followOn);
    }
}

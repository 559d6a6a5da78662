package se.samsteg.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What became of a review: form {@code review-minutes}.
 *
 * @param outcome held, moved or cancelled
 * @param movedTo the new day of one that is moved; null otherwise
 * @param managerTookPart whether the unit's manager was there
 * @param tookPart case numbers of the participants whose caseworker was there; null unless it was held
 * @param nextDay of the unit's next review; null keeps the day of the calendar
 */
record HeldReview(
        String outcome,
        @Nullable LocalDate movedTo,
        @Nullable Boolean managerTookPart,
        @Nullable List<String> tookPart,
        @Nullable LocalDate nextDay) {

    @OptionsOf("review-minutes.outcome")
    enum Outcome implements Code {
        HELD,
        MOVED,
        CANCELLED
    }

    HeldReview {
        if (Outcome.MOVED.is(outcome) && movedTo == null) {
            throw new Refused("Ny dag: ange dagen som ärendedragningen flyttas till.");
        }
        if (!Outcome.HELD.is(outcome)
                && (tookPart != null && !tookPart.isEmpty() || Boolean.TRUE.equals(managerTookPart))) {
            throw new Refused("Hur gick det?: vilka som deltog anges för en ärendedragning som hölls.");
        }
    }

    /** Case numbers of the participants whose caseworker was there. */
    List<String> attended() {
        return tookPart == null ? List.of() : List.copyOf(tookPart);
    }

    boolean held() {
        return Outcome.HELD.is(outcome);
    }
}

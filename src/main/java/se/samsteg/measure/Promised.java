package se.samsteg.measure;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A measure that another party has promised, as it is first known. See table measure.
 *
 * @param source the fact that told of it; null where staff opened it themselves
 * @param sourceStep which of the fact's promises
 */
record Promised(
        UUID id,
        String caseNumber,
        String kind,
        String promised,
        String promisedBy,
        @Nullable String unit,
        LocalDate promisedFor,
        LocalDate openedOn,
        String openedFrom,
        @Nullable UUID source,
        @Nullable Integer sourceStep) {

    /** In Swedish, for the task that follows it up. */
    String summary(UnaryOperator<String> authorities) {
        String who = Promise.By.OTHER.is(promisedBy) ? null : authorities.apply(promisedBy);
        String by = who == null ? (unit == null ? "annan part" : unit) : who + (unit == null ? "" : ", " + unit);
        return "%s\nUtlovat av %s till %s.".formatted(promised, by, promisedFor);
    }
}

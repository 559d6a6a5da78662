package se.samsteg.engine;

/**
 * What became of a process instance that was to follow the newest version of its model.
 *
 * @param detail the engine's own words, in English; empty if there are none
 */
public record Move(Result result, String detail) {

    public enum Result {
        MOVED,
        /** It has ended meanwhile. */
        ENDED,
        /** A user or a job works in it just now. */
        BUSY,
        /** The newest version lacks the place where it stands. */
        NO_PLACE,
        /** A deadline would be another. */
        OTHER_DEADLINE,
        /** Something else went wrong. */
        FAILED
    }

    static Move of(Result result) {
        return new Move(result, "");
    }
}

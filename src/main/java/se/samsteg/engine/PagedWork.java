package se.samsteg.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * Work that is too long for a start or a transaction: done a page at a time by jobs, on one node at a time, and taken up
 * again where it was when a node stops.
 */
public interface PagedWork {

    /** Stands in the job, so it stays the same from release to release. */
    String name();

    /**
     * Does one page. What must stand even if the page fails runs in a transaction of its own ({@link OwnTransaction}).
     *
     * @param after where the page before ended, in words of the work's own; empty at the first
     * @return what comes next; empty when all is done
     */
    Optional<Next> page(String after);

    /**
     * @param after where the page ended
     * @param in how long the next one waits
     */
    record Next(String after, Duration in) {}
}

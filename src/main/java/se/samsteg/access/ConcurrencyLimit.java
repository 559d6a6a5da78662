package se.samsteg.access;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Limits the concurrent requests of one session, and the concurrent requests without log-in, so that one user's load
 * does not block the others. A browser sends more at once than the limit: some wait.
 */
@Component
class ConcurrencyLimit {

    private final ConcurrentHashMap<String, Table> tables = new ConcurrentHashMap<>();
    private final Semaphore strangers;
    private final int perSession;
    private final int waiting;
    private final Duration wait;

    /**
     * @param perSession that work at once
     * @param waiting of the same session besides
     * @param wait how long one waits
     * @param withoutLogIn whose bodies are read at once
     */
    ConcurrencyLimit(
            @Value("${samsteg.requests.per-session}") int perSession,
            @Value("${samsteg.requests.waiting}") int waiting,
            @Value("${samsteg.requests.wait}") Duration wait,
            @Value("${samsteg.requests.without-login}") int withoutLogIn) {
        this.perSession = perSession;
        this.waiting = waiting;
        this.wait = wait;
        this.strangers = new Semaphore(withoutLogIn);
    }

    /** What is given back when the request is answered. */
    interface Seat extends AutoCloseable {

        @Override
        void close();
    }

    private record Table(Semaphore seats, int guests) {}

    /** @throws RequestRefused if too many of the session wait already, or one has waited too long */
    Seat of(@Nullable HttpSession session) {
        if (session == null) {
            return () -> {};
        }
        String id = session.getId();
        Table table = tables.compute(
                id,
                (key, known) -> known == null
                        ? new Table(new Semaphore(perSession, true), 1)
                        : new Table(known.seats(), known.guests() + 1));
        if (table.guests() > perSession + waiting || !isFree(table.seats())) {
            leave(id);
            throw new RequestRefused(HttpStatus.TOO_MANY_REQUESTS);
        }
        return () -> {
            table.seats().release();
            leave(id);
        };
    }

    private boolean isFree(Semaphore seats) {
        try {
            return seats.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(String id) {
        tables.computeIfPresent(
                id, (key, known) -> known.guests() == 1 ? null : new Table(known.seats(), known.guests() - 1));
    }

    /** @throws RequestRefused if there are too many */
    Seat ofAStranger() {
        if (!strangers.tryAcquire()) {
            throw new RequestRefused(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return strangers::release;
    }
}

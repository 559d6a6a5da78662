package se.samsteg.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * Gives the programmes' places to cases. While a case waits, no place is free: the transaction that frees a place offers
 * it to the first in rank, and a case that needs one is served after those that wait.
 */
@Component
class OfferedPlaces {

    private final Places places;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final Clock clock;

    OfferedPlaces(Places places, Programmes programmes, @Lazy RuntimeService runtime, Clock clock) {
        this.places = places;
        this.programmes = programmes;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** @return whether the case got a place; if not, it must be queued in the same transaction */
    boolean seek(String caseNumber) {
        Settings settings = programmes.of(caseNumber);
        places.lock(settings.id());
        if (places.has(caseNumber)) {
            return true;
        }
        offerFree(settings);
        if (places.taken(settings.id()) >= settings.places()) {
            return false;
        }
        places.take(settings.id(), caseNumber, today());
        return true;
    }

    void queue(String caseNumber, int rank, String reason) {
        places.queue(programmes.of(caseNumber).id(), caseNumber, rank, reason, today());
    }

    /** Takes the case out of the queue or frees its place, whichever it has. Doing so twice changes nothing. */
    void leave(String caseNumber) {
        Settings settings = programmes.of(caseNumber);
        places.lock(settings.id());
        places.leaveQueue(caseNumber);
        places.free(caseNumber, today());
        offerFree(settings);
    }

    /** Offers what is free to those who wait; at start, since the number of places may have been raised. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void fill() {
        for (Settings settings : programmes.all()) {
            places.lock(settings.id());
            offerFree(settings);
        }
    }

    /** A queued case that has no process waiting any more is passed over. */
    private void offerFree(Settings settings) {
        for (int free = settings.places() - places.taken(settings.id()); free > 0; ) {
            Optional<String> first = places.first(settings.id());
            if (first.isEmpty()) {
                return;
            }
            places.leaveQueue(first.get());
            boolean told = !runtime.createMessageCorrelation("place.offered")
                    .processInstanceBusinessKey(first.get())
                    .correlateAllWithResult()
                    .isEmpty();
            if (told) {
                places.take(settings.id(), first.get(), today());
                free--;
            }
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

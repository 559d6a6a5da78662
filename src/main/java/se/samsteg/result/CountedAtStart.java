package se.samsteg.result;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes at the start what a new release counts anew, so that no reader of results has to wait for all cases. */
@Component
class CountedAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(CountedAtStart.class);

    private final CountedCases cases;

    CountedAtStart(CountedCases cases) {
        this.cases = cases;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        begin();
    }

    /** @return the thread that writes, beside the start, which does not wait for it */
    Thread begin() {
        Thread thread = new Thread(this::count, "counted-cases");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void count() {
        try {
            cases.refresh();
        } catch (RuntimeException e) {
            // Readers go on from the page that was written last; the message could quote what is counted.
            LOG.warn("Not all cases were counted at the start: {}", e.getClass().getSimpleName());
        }
    }
}
